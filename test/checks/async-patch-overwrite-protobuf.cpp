// Messages of protobuf that are read from JSON.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <google/protobuf/message.h>
#include <google/protobuf/util/field_mask_util.h>
#include <google/protobuf/util/json_util.h>
#include <httplib.h>
#include <map>
#include <string>

namespace shop {
// As protoc writes it: `optional` members have a has_.
class Item final : public google::protobuf::Message {
public:
  Item();
  Item(const Item &other);
  Item &operator=(const Item &other);
  void Clear() override;
  void MergeFrom(const Item &from);
  void CopyFrom(const Item &from);
  const std::string &name() const;
  void set_name(const std::string &value);
  bool has_description() const;
  const std::string &description() const;
  void set_description(const std::string &value);
  int stock() const;
  void set_stock(int value) { _internal_set_stock(value); }
  bool has_price() const;
  double price() const;
  void set_price(double value);

private:
  void _internal_set_stock(int value) { _impl_.stock_ = value; }
  struct Impl_ {
    std::string name_, description_;
    int stock_ = 0;
    double price_ = 0;
  };
  Impl_ _impl_;
};
} // namespace shop

std::map<std::string, shop::Item> items;

struct Stored {
  std::string name;
  std::string description;
  int stock = 0;
  double price = 0;
};
std::map<std::string, Stored> stored;

void setters(httplib::Server &server) {
  server.Patch("/items/:id", [](const httplib::Request &req, httplib::Response &res) {
    shop::Item sent;
    if (!google::protobuf::util::JsonStringToMessage(req.body, &sent).ok()) {
    // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: an object is read here that can't say which of its members a PATCH request sent: those that it left out are overwritten with their defaults [async-patch-overwrite]
      res.status = 400;
      return;
    }
    shop::Item &item = items.at(req.path_params.at("id"));
    item.set_name(sent.name());
    item.set_stock(sent.stock());
    item.set_description(sent.description());
    // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: a PATCH request without 'description' has 'item.set_description' overwrite what was stored with its default
    // CHECK-FIXES: if (sent.has_description())
    // CHECK-FIXES-NEXT: item.set_description(sent.description());
    if (sent.has_price())
      item.set_price(sent.price());
  });
  server.Patch("/stored/:id", [](const httplib::Request &req, httplib::Response &) {
    shop::Item sent;
    (void)google::protobuf::util::JsonStringToMessage(req.body, &sent);
    // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: an object is read here that can't say which of its members a PATCH request sent
    Stored &item = stored.at(req.path_params.at("id"));
    item.name = sent.name();
    item.price = sent.price();
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'price' overwrites 'item.price' with its default
    // CHECK-FIXES: item.price = sent.price();
    if (sent.has_description())
      item.description = sent.description();
    if (!sent.name().empty())
      item.name = sent.name();
  });
}

void whole(httplib::Server &server) {
  server.Patch("/whole/:id", [](const httplib::Request &req, httplib::Response &) {
    shop::Item sent;
    (void)google::protobuf::util::JsonStringToMessage(req.body, &sent);
    shop::Item &item = items.at(req.path_params.at("id"));
    item = sent;
    // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: a PATCH request replaces 'item' as a whole
    items[req.path_params.at("id")] = sent;
    // CHECK-MESSAGES: :[[@LINE-1]]:37: warning: a PATCH request replaces 'items[req.path_params.at("id")]' as a whole
    item.CopyFrom(sent);
    // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: a PATCH request replaces 'item' as a whole
  });
}

// Only what was sent, or what the mask names.
void merged(httplib::Server &server) {
  server.Patch("/merged/:id", [](const httplib::Request &req, httplib::Response &) {
    shop::Item sent;
    (void)google::protobuf::util::JsonStringToMessage(req.body, &sent);
    shop::Item &item = items.at(req.path_params.at("id"));
    item.MergeFrom(sent);
    google::protobuf::FieldMask mask;
    google::protobuf::util::FieldMaskUtil::FromString(req.get_param_value("mask"), &mask);
    google::protobuf::util::FieldMaskUtil::MergeMessageTo(sent, mask, {}, &item);
    // It reads into what is there.
    (void)google::protobuf::util::JsonStringToMessage(req.body, &item);
  });
}
