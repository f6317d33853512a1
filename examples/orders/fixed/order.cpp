// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "order.hpp"

#include "error.hpp"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <limits>

using nlohmann::json;

namespace orders {
namespace {

json parse_object(std::string_view body, std::initializer_list<std::string_view> fields) {
  auto object = json::parse(body, nullptr, false);
  if (!object.is_object())
    throw Error(Fault::bad_request, "the body must be a JSON object");
  for (const auto& item : object.items())
    if (std::find(fields.begin(), fields.end(), item.key()) == fields.end())
      throw Error(Fault::invalid, "unknown field '" + item.key() + "'");
  return object;
}

std::optional<std::string> text(const json& object, const char* name, std::size_t shortest, std::size_t longest) {
  const auto field = object.find(name);
  if (field == object.end())
    return std::nullopt;
  const auto* value = field->get_ptr<const std::string*>();
  if (!value || value->size() < shortest || value->size() > longest || value->find('\0') != std::string::npos)
    throw Error(Fault::invalid, std::string("'") + name + "' must be a string of " + std::to_string(shortest) + " to " +
                                    std::to_string(longest) + " bytes");
  return *value;
}

std::optional<std::string> email(const json& object) {
  auto value = text(object, "email", 3, 254);
  if (value && (value->find('@') == std::string::npos || value->find_first_of("\r\n ") != std::string::npos))
    throw Error(Fault::invalid, "'email' must be an e-mail address");
  return value;
}

template <class Integer>
std::optional<Integer> integer(const json& object, const char* name, Integer least, Integer greatest) {
  const auto field = object.find(name);
  if (field == object.end())
    return std::nullopt;
  const bool fits = field->is_number_integer() && (!field->is_number_unsigned() ||
                                                   field->get<std::uint64_t>() <= static_cast<std::uint64_t>(greatest));
  if (!fits || field->get<std::int64_t>() < least || field->get<std::int64_t>() > greatest)
    throw Error(Fault::invalid, std::string("'") + name + "' must be an integer from " + std::to_string(least) +
                                    " to " + std::to_string(greatest));
  return field->get<Integer>();
}

template <class T> T required(std::optional<T> value, const char* name) {
  if (!value)
    throw Error(Fault::invalid, std::string("'") + name + "' is required");
  return *std::move(value);
}

} // namespace

json to_json(const Order& order) {
  return {{"id", order.id},     {"customer", order.customer}, {"email", order.email},
          {"sku", order.sku},   {"quantity", order.quantity}, {"total_cents", order.total_cents},
          {"note", order.note}, {"status", order.status},     {"created_at", order.created_at}};
}

NewOrder parse_new_order(std::string_view body) {
  const auto object = parse_object(body, {"customer", "email", "sku", "quantity", "total_cents", "note"});
  NewOrder order;
  order.customer = required(text(object, "customer", 1, 200), "customer");
  order.email = required(email(object), "email");
  order.sku = required(text(object, "sku", 1, 64), "sku");
  order.quantity = integer(object, "quantity", 1, 10'000).value_or(1);
  order.total_cents = integer<std::int64_t>(object, "total_cents", 0, 1'000'000'000'000).value_or(0);
  order.note = text(object, "note", 0, 2000).value_or("");
  return order;
}

OrderPatch parse_order_patch(std::string_view body) {
  const auto object = parse_object(body, {"customer", "email", "quantity", "note", "status"});
  if (object.empty())
    throw Error(Fault::invalid, "the patch changes nothing");
  OrderPatch patch;
  patch.customer = text(object, "customer", 1, 200);
  patch.email = email(object);
  patch.quantity = integer(object, "quantity", 1, 10'000);
  patch.note = text(object, "note", 0, 2000);
  patch.status = text(object, "status", 1, 16);
  if (patch.status)
    statuses_before(*patch.status);
  return patch;
}

std::int64_t parse_id(std::string_view text) {
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc() || end != text.data() + text.size() || id < 1)
    throw Error(Fault::bad_request, "an id is a positive integer");
  return id;
}

std::string statuses_before(std::string_view status) {
  if (status == "pending")
    return "{pending}";
  if (status == "paid")
    return "{pending,paid}";
  if (status == "shipped")
    return "{paid,shipped}";
  if (status == "cancelled")
    return "{pending,paid,cancelled}";
  throw Error(Fault::invalid, "'status' must be pending, paid, shipped or cancelled");
}

} // namespace orders
