// Values that become another type, or are calculated, on their way to the entity.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <chrono>
#include <cstdint>
#include <httplib.h>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
using nlohmann::json;
using httplib::Request;
using httplib::Response;

enum class Level { Low, High };
struct Money {
  explicit Money(long cents = 0);
  long cents;
};
struct Job {
  std::string title, code;
  int retries = 0;
  std::int64_t due = 0;
  Level level = Level::Low;
  Money price;
  std::chrono::seconds ttl{0};
  std::shared_ptr<std::string> note;
  std::optional<int> limit;
};
std::map<std::string, Job> jobs;
Level level_of(const std::string &name);
std::string upper(std::string_view text);
std::optional<int> positive(int number);

// The current value doesn't fit where the default stands: a test does.
void converted(const Request &req, Response &) {
  const json body = json::parse(req.body);
  Job &job = jobs.at(req.path_params.at("id"));
  job.code = std::to_string(body.value("code", 0));
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: a PATCH request without 'code' overwrites 'job.code' with 0
  // CHECK-FIXES: if (body.contains("code"))
  // CHECK-FIXES-NEXT: job.code = std::to_string(body.value("code", 0));
  job.retries = std::stoi(body.value("retries", "3"));
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'retries' overwrites 'job.retries' with "3"
  // CHECK-FIXES: if (body.contains("retries"))
  // CHECK-FIXES-NEXT: job.retries = std::stoi(body.value("retries", "3"));
  job.level = level_of(body.value("level", "low"));
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a PATCH request without 'level' overwrites 'job.level' with "low"
  // CHECK-FIXES: if (body.contains("level"))
  // CHECK-FIXES-NEXT: job.level = level_of(body.value("level", "low"));
  job.level = static_cast<Level>(body.value("number", 0));
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a PATCH request without 'number' overwrites 'job.level' with 0
  // CHECK-FIXES: job.level = static_cast<Level>(body.value("number", job.level));
  job.price = Money(body.value("price", 0L));
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a PATCH request without 'price' overwrites 'job.price' with 0L
  // CHECK-FIXES: if (body.contains("price"))
  // CHECK-FIXES-NEXT: job.price = Money(body.value("price", 0L));
  job.ttl = std::chrono::seconds(body.value("ttl", 60));
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: a PATCH request without 'ttl' overwrites 'job.ttl' with 60
  // CHECK-FIXES: if (body.contains("ttl"))
  // CHECK-FIXES-NEXT: job.ttl = std::chrono::seconds(body.value("ttl", 60));
  job.note = std::make_shared<std::string>(body.value("note", ""));
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: a PATCH request without 'note' overwrites 'job.note' with ""
  // CHECK-FIXES: if (body.contains("note"))
  // CHECK-FIXES-NEXT: job.note = std::make_shared<std::string>(body.value("note", ""));
  job.limit = std::make_optional(body.value("limit", 10));
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a PATCH request without 'limit' overwrites 'job.limit' with 10
  // CHECK-FIXES: if (body.contains("limit"))
  // CHECK-FIXES-NEXT: job.limit = std::make_optional(body.value("limit", 10));
  // It fits, but nobody knows what it would become.
  job.title = upper(body.value("title", ""));
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a PATCH request without 'title' overwrites 'job.title' with ""
  // CHECK-FIXES: if (body.contains("title"))
  // CHECK-FIXES-NEXT: job.title = upper(body.value("title", ""));
}

// Calculated: the current value would be calculated again.
void calculated(const Request &req, Response &) {
  const json body = json::parse(req.body);
  Job &job = jobs.at(req.path_params.at("id"));
  job.due = body.value("minutes", 0) * 60;
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: a PATCH request without 'minutes' overwrites 'job.due' with 0
  // CHECK-FIXES: if (body.contains("minutes"))
  // CHECK-FIXES-NEXT: job.due = body.value("minutes", 0) * 60;
  job.title = "Job " + body.value("name", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a PATCH request without 'name' overwrites 'job.title' with ""
  // CHECK-FIXES: if (body.contains("name"))
  // CHECK-FIXES-NEXT: job.title = "Job " + body.value("name", "");
  job.retries = std::max(body.value("tries", 0), 1);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'tries' overwrites 'job.retries' with 0
  job.retries = !body.value("once", false) ? 3 : 1;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'once' overwrites 'job.retries' with false
}

// What says by itself that nothing was sent.
void silent(const Request &req, Response &) {
  const json body = json::parse(req.body);
  Job &job = jobs.at(req.path_params.at("id"));
  if (const auto limit = positive(body.value("limit", 0)))
    job.limit = limit;
  job.retries = std::max(job.retries, body.value("tries", 0));
  job.due += body.value("more", 0) * 60;
  const int tries = body.value("tries", -1);
  if (tries >= 0)
    job.retries = tries;
  const auto title = body.value("title", "");
  job.title = title.empty() ? job.title : upper(title);
}

void routes(httplib::Server &server) {
  server.Patch("/converted/:id", converted);
  server.Patch("/calculated/:id", calculated);
  server.Patch("/silent/:id", silent);
}
