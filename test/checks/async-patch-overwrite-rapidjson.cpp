// RapidJSON asserts that a member is there: who reads one has asked before,
// and what stands in for it is the project's own choice.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <httplib.h>
#include <map>
#include <rapidjson/document.h>
#include <rapidjson/pointer.h>
#include <string>

struct Device {
  std::string name;
  std::string location;
  int interval = 60;
  double threshold = 0;
  bool enabled = true;
};

std::map<std::string, Device> devices;

void defaults(httplib::Server &server) {
  server.Patch("/devices/:id", [](const httplib::Request &req, httplib::Response &res) {
    rapidjson::Document doc;
    doc.Parse(req.body.c_str());
    if (doc.HasParseError() || !doc.IsObject()) {
      res.status = 400;
      return;
    }
    Device &device = devices.at(req.path_params.at("id"));
    device.name = doc.HasMember("name") ? doc["name"].GetString() : "";
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'name' overwrites 'device.name' with "": what was stored is lost [async-patch-overwrite]
    // CHECK-NOTES: :[[@LINE-10]]:10: note: 'lambda' answers PATCH of '/devices/:id', registered with 'Server::Patch' here
    // CHECK-NOTES: :[[@LINE-3]]:17: note: write it only when it was sent: 'if (doc.HasMember("name"))'
    device.interval = doc.HasMember("interval") ? doc["interval"].GetInt() : 60;
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a PATCH request without 'interval' overwrites 'device.interval' with 60
    // CHECK-FIXES: device.interval = doc.HasMember("interval") ? doc["interval"].GetInt() : device.interval;
    device.enabled = doc.HasMember("enabled") && doc["enabled"].GetBool();
    // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: a PATCH request without 'enabled' overwrites 'device.enabled' with false
    device.threshold = rapidjson::GetValueByPointerWithDefault(doc, "/threshold", 0.5).GetDouble();
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: a PATCH request without '/threshold' overwrites 'device.threshold' with 0.5
    std::string location;
    if (doc.HasMember("location") && doc["location"].IsString())
      location = doc["location"].GetString();
    device.location = location;
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a PATCH request without 'location' overwrites 'device.location' with an empty value
    // CHECK-FIXES: if (doc.HasMember("location"))
    // CHECK-FIXES-NEXT: device.location = location;
  });
}

void asked_before(httplib::Server &server) {
  server.Patch("/sensors/:id", [](const httplib::Request &req, httplib::Response &res) {
    rapidjson::Document patch;
    if (patch.Parse(req.body.data(), req.body.size()).HasParseError()) {
      res.status = 400;
      return;
    }
    Device &device = devices.at(req.path_params.at("id"));
    if (patch.HasMember("name"))
      device.name = patch["name"].GetString();
    if (auto it = patch.FindMember("location"); it != patch.MemberEnd() && it->value.IsString())
      device.location = it->value.GetString();
    auto found = patch.FindMember("interval");
    if (found != patch.MemberEnd())
      device.interval = found->value.GetInt();
    if (const rapidjson::Value *threshold = rapidjson::GetValueByPointer(patch, "/threshold"))
      device.threshold = threshold->GetDouble();
    // It asserts, as it has been asked for in another place.
    device.enabled = patch["enabled"].GetBool();
    for (auto it = patch.MemberBegin(); it != patch.MemberEnd(); ++it) {
      const std::string key = it->name.GetString();
      if (key == "name")
        device.name = it->value.GetString();
      else if (key == "interval")
        device.interval = it->value.GetInt();
    }
  });
}

// The usual helpers.
std::string stringOf(const rapidjson::Value &object, const char *key) {
  auto it = object.FindMember(key);
  return it != object.MemberEnd() && it->value.IsString() ? it->value.GetString() : "";
}
int intOf(const rapidjson::Value &object, const char *key, int otherwise) {
  return object.HasMember(key) && object[key].IsInt() ? object[key].GetInt() : otherwise;
}

void with_helpers(httplib::Server &server) {
  server.Patch("/meters/:id", [](const httplib::Request &req, httplib::Response &) {
    rapidjson::Document doc;
    doc.Parse(req.body.c_str());
    auto it = devices.find(req.path_params.at("id"));
    it->second.interval = intOf(doc, "interval", 10);
    // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: a PATCH request without 'interval' overwrites 'it->second.interval' with 10
    it->second.location = stringOf(doc, "location");
    // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: a PATCH request without 'location' overwrites 'it->second.location' with an empty value
    it->second.interval = intOf(doc, "interval", it->second.interval);
    if (doc.HasMember("location"))
      it->second.location = stringOf(doc, "location");
  });
}
