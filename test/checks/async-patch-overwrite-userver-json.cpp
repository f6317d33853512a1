// userver: As<T>() throws for what is missing, As<T>(default) doesn't.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <map>
#include <optional>
#include <string>
#include <userver/formats/json.hpp>
#include <userver/server/handlers/http_handler_base.hpp>
#include <userver/server/handlers/http_handler_json_base.hpp>

using namespace userver;

struct Hotel {
  std::string name;
  std::string city;
  int stars = 0;
  bool open = true;
  std::optional<std::string> phone;
};

struct HotelPatch {
  std::optional<std::string> name;
  std::optional<std::string> city;
  std::optional<int> stars;
};
HotelPatch Parse(const formats::json::Value &json, formats::parse::To<HotelPatch>) {
  return HotelPatch{json["name"].As<std::optional<std::string>>(),
                    json["city"].As<std::optional<std::string>>(),
                    json["stars"].As<std::optional<int>>()};
}

struct HotelBody {
  std::string name;
  std::string city;
};
HotelBody Parse(const formats::json::Value &json, formats::parse::To<HotelBody>) {
  HotelBody body;
  body.name = json["name"].As<std::string>("");
  body.city = json["city"].As<std::string>({});
  return body;
}

struct HotelStrict {
  std::string name;
  std::string city;
};
HotelStrict Parse(const formats::json::Value &json, formats::parse::To<HotelStrict>) {
  return {json["name"].As<std::string>(), json["city"].As<std::string>()};
}

class Hotels {
public:
  Hotel Get(const std::string &id) const;
  void Update(const std::string &id, const Hotel &hotel) const;
};

class HotelHandler final : public server::handlers::HttpHandlerJsonBase {
public:
  static constexpr std::string_view kName = "handler-hotels";

  formats::json::Value HandleRequestJsonThrow(const server::http::HttpRequest &request,
                                              const formats::json::Value &json,
                                              server::request::RequestContext &) const override {
    switch (request.GetMethod()) {
    case server::http::HttpMethod::kPatch:
      return Patch(request, json);
    case server::http::HttpMethod::kPut:
      return Put(request, json);
    default:
      return {};
    }
  }

private:
  formats::json::Value Patch(const server::http::HttpRequest &request, const formats::json::Value &json) const {
    Hotel hotel = hotels_.Get(request.GetPathArg("id"));
    hotel.name = json["name"].As<std::string>("");
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'name' overwrites 'hotel.name' with "": what was stored is lost [async-patch-overwrite]
    // CHECK-NOTES: :[[@LINE-13]]:14: note: 'HotelHandler::HandleRequestJsonThrow' passes it to 'HotelHandler::Patch' here
    // CHECK-NOTES: :[[@LINE-15]]:10: note: 'HotelHandler::HandleRequestJsonThrow' answers PATCH here
    // CHECK-NOTES: :[[@LINE-4]]:16: note: keep the current value as the default
    // CHECK-FIXES: hotel.name = json["name"].As<std::string>(hotel.name);
    hotel.stars = json["stars"].As<int>(0);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'stars' overwrites 'hotel.stars' with 0
    // CHECK-FIXES: hotel.stars = json["stars"].As<int>(hotel.stars);
    hotel.city = json["city"].As<std::string>({});
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'city' overwrites 'hotel.city' with an empty value
    // CHECK-FIXES: if (json.HasMember("city"))
    // CHECK-FIXES-NEXT: hotel.city = json["city"].As<std::string>({});
    hotel.open = json["open"].As<bool>(true);
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'open' overwrites 'hotel.open' with true
    // CHECK-FIXES: hotel.open = json["open"].As<bool>(hotel.open);
    hotel.phone = json["phone"].As<std::optional<std::string>>();
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'phone' overwrites 'hotel.phone' with null
    // CHECK-FIXES: if (json.HasMember("phone"))
    // CHECK-FIXES-NEXT: hotel.phone = json["phone"].As<std::optional<std::string>>();
    hotel.name = json["name"].As<std::string>(hotel.name);
    // They throw.
    hotel.city = json["city"].As<std::string>();
    hotel.stars = json["stars"].As<int>();
    if (json.HasMember("open"))
      hotel.open = json["open"].As<bool>(false);
    if (!json["name"].IsMissing())
      hotel.name = json["name"].As<std::string>("");
    hotels_.Update(request.GetPathArg("id"), hotel);
    return {};
  }

  formats::json::Value Put(const server::http::HttpRequest &request, const formats::json::Value &json) const {
    Hotel hotel = hotels_.Get(request.GetPathArg("id"));
    hotel.name = json["name"].As<std::string>("");
    hotels_.Update(request.GetPathArg("id"), hotel);
    return {};
  }

  Hotels hotels_;
};

// Classes with a Parse of the project's.
class ClassHandler final : public server::handlers::HttpHandlerBase {
public:
  std::string HandleRequestThrow(const server::http::HttpRequest &request, server::request::RequestContext &) const override {
    if (request.GetMethod() != server::http::HttpMethod::kPatch)
      return "";
    const auto json = formats::json::FromString(request.RequestBody());
    Hotel hotel = hotels_.Get(request.GetPathArg("id"));
    const auto patch = json.As<HotelPatch>();
    hotel.name = patch.name.value_or("");
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'name' overwrites 'hotel.name' with ""
    // CHECK-FIXES: hotel.name = patch.name.value_or(hotel.name);
    if (patch.city)
      hotel.city = *patch.city;
    hotel.stars = patch.stars.value_or(hotel.stars);
    const auto strict = json.As<HotelStrict>();
    hotel.city = strict.city;
    const auto body = json.As<HotelBody>();
    // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: an object is read here that can't say which of its members a PATCH request sent
    hotel.name = body.name;
    hotel.city = body.city;
    hotel.city = request.GetArg("city");
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'city' overwrites 'hotel.city' with an empty value
    // CHECK-FIXES: if (request.HasArg("city"))
    // CHECK-FIXES-NEXT: hotel.city = request.GetArg("city");
    if (request.HasArg("name"))
      hotel.name = request.GetArg("name");
    hotels_.Update(request.GetPathArg("id"), hotel);
    return "";
  }

private:
  Hotels hotels_;
};
