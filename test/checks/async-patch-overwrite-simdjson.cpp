// simdjson: get(out) leaves what was there, a conversion throws, and an error
// has to be asked for.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <httplib.h>
#include <map>
#include <simdjson.h>
#include <string>

struct Sensor {
  std::string name;
  std::int64_t interval = 60;
  double threshold = 0;
  bool enabled = true;
};

std::map<std::string, Sensor> sensors;

void ondemand(httplib::Server &server) {
  server.Patch("/sensors/:id", [](const httplib::Request &req, httplib::Response &res) {
    simdjson::ondemand::parser parser;
    simdjson::padded_string json(req.body);
    simdjson::ondemand::document doc;
    if (parser.iterate(json).get(doc)) {
      res.status = 400;
      return;
    }
    Sensor &sensor = sensors.at(req.path_params.at("id"));
    std::string_view name;
    if (doc["name"].get(name) == simdjson::SUCCESS)
      sensor.name = std::string(name);
    // It keeps what was there.
    std::int64_t interval = sensor.interval;
    if (doc["interval"].get(interval)) {
    }
    sensor.interval = interval;
    if (doc["threshold"].get(sensor.threshold)) {
    }
    auto enabled = doc["enabled"].get_bool();
    if (!enabled.error())
      sensor.enabled = enabled.value_unsafe();
  });
  server.Patch("/probes/:id", [](const httplib::Request &req, httplib::Response &) {
    simdjson::ondemand::parser parser;
    simdjson::padded_string json(req.body);
    auto doc = parser.iterate(json);
    Sensor &sensor = sensors.at(req.path_params.at("id"));
    // These throw.
    sensor.name = std::string_view(doc["name"]);
    sensor.interval = doc["interval"].get_int64().value();
    sensor.threshold = double(doc["threshold"]);
    sensor.enabled = doc["enabled"].get_bool().value();
  });
}

// A variable that keeps its first value.
void kept_first_value(httplib::Server &server) {
  server.Patch("/gauges/:id", [](const httplib::Request &req, httplib::Response &) {
    simdjson::dom::parser parser;
    simdjson::dom::element doc = parser.parse(req.body);
    Sensor &sensor = sensors.at(req.path_params.at("id"));
    std::string_view name;
    auto error = doc["name"].get(name);
    (void)error;
    sensor.name = std::string(name);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'name' overwrites 'sensor.name' with an empty value: what was stored is lost [async-patch-overwrite]
    // CHECK-NOTES: :[[@LINE-4]]:18: note: 'name' is read here
    // CHECK-NOTES: :[[@LINE-10]]:10: note: 'lambda' answers PATCH of '/gauges/:id', registered with 'Server::Patch' here
    // CHECK-NOTES: :[[@LINE-4]]:17: note: write it only when it was sent
    std::int64_t interval = 60;
    (void)doc["interval"].get(interval);
    sensor.interval = interval;
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a PATCH request without 'interval' overwrites 'sensor.interval' with 60
    double threshold = 0;
    if (!doc["threshold"].get(threshold))
      sensor.threshold = threshold;
  });
}

void dom_tests(httplib::Server &server) {
  server.Patch("/meters/:id", [](const httplib::Request &req, httplib::Response &res) {
    simdjson::dom::parser parser;
    simdjson::dom::element doc;
    if (auto error = parser.parse(req.body).get(doc); error) {
      res.status = 400;
      return;
    }
    Sensor &sensor = sensors.at(req.path_params.at("id"));
    sensor.name = doc["name"].error() ? "" : std::string(doc["name"].get_string().value());
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'name' overwrites 'sensor.name' with ""
    sensor.interval = doc["interval"].error() == simdjson::SUCCESS ? doc["interval"].get_int64().value() : 30;
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a PATCH request without 'interval' overwrites 'sensor.interval' with 30
    // CHECK-FIXES: sensor.interval = doc["interval"].error() == simdjson::SUCCESS ? doc["interval"].get_int64().value() : sensor.interval;
    sensor.enabled = doc["enabled"].error() ? sensor.enabled : doc["enabled"].get_bool().value();
  });
}
