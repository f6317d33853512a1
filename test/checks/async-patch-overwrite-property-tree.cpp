// Boost.PropertyTree: get(path) throws, get(path, default) doesn't.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <boost/property_tree/json_parser.hpp>
#include <boost/property_tree/ptree.hpp>
#include <httplib.h>
#include <map>
#include <sstream>
#include <string>

namespace pt = boost::property_tree;

struct Camera {
  std::string name;
  std::string address;
  int rate = 25;
  bool recording = false;
};

std::map<std::string, Camera> cameras;

void defaults(httplib::Server &server) {
  server.Patch("/cameras/:id", [](const httplib::Request &req, httplib::Response &res) {
    pt::ptree body;
    std::istringstream in(req.body);
    try {
      pt::read_json(in, body);
    } catch (const std::exception &) {
      res.status = 400;
      return;
    }
    Camera &camera = cameras.at(req.path_params.at("id"));
    camera.name = body.get<std::string>("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'name' overwrites 'camera.name' with "": what was stored is lost [async-patch-overwrite]
    // CHECK-NOTES: :[[@LINE-12]]:10: note: 'lambda' answers PATCH of '/cameras/:id', registered with 'Server::Patch' here
    // CHECK-NOTES: :[[@LINE-3]]:17: note: keep the current value as the default
    // CHECK-FIXES: camera.name = body.get<std::string>("name", camera.name);
    camera.address = body.get("network.address", "0.0.0.0");
    // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: a PATCH request without 'network.address' overwrites 'camera.address' with "0.0.0.0"
    // CHECK-FIXES: camera.address = body.get("network.address", camera.address);
    camera.rate = body.get("rate", 25);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'rate' overwrites 'camera.rate' with 25
    // CHECK-FIXES: camera.rate = body.get("rate", camera.rate);
    camera.recording = body.get_optional<bool>("recording").get_value_or(false);
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: a PATCH request without 'recording' overwrites 'camera.recording' with false
    // CHECK-FIXES: camera.recording = body.get_optional<bool>("recording").get_value_or(camera.recording);
    auto address = body.get_optional<std::string>("address");
    camera.address = address ? *address : "localhost";
    // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: a PATCH request without 'address' overwrites 'camera.address' with "localhost"
    camera.name = body.get_child("name").get_value<std::string>();
  });
}

void asked_before(httplib::Server &server) {
  server.Patch("/lamps/:id", [](const httplib::Request &req, httplib::Response &) {
    pt::ptree body;
    std::stringstream in;
    in << req.body;
    pt::read_json(in, body);
    Camera &camera = cameras.at(req.path_params.at("id"));
    camera.name = body.get("name", camera.name);
    if (auto address = body.get_optional<std::string>("address"))
      camera.address = *address;
    if (body.count("rate") != 0)
      camera.rate = body.get<int>("rate", 0);
    if (body.find("recording") != body.not_found())
      camera.recording = body.get<bool>("recording", false);
    camera.rate = body.get<int>("rate");
    camera.address = body.get_optional<std::string>("address").value_or(camera.address);
    for (const auto &member : body)
      if (member.first == "name")
        camera.name = member.second.get_value<std::string>("");
  });
}
