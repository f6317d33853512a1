// oat++'s connection handler has an ErrorHandler, which answers.
// RUN: %check_async_tidy %s async-unchecked-request-body %t
#include <cstdlib>
#include <memory>
#include <nlohmann/json.hpp>
#include <oatpp/macro/codegen.hpp>
#include <oatpp/network/Server.hpp>
#include <oatpp/network/tcp/server/ConnectionProvider.hpp>
#include <oatpp/web/server/HttpConnectionHandler.hpp>
#include <string>

using nlohmann::json;

void store(const std::string &title, int count);

class OrderController : public oatpp::web::server::api::ApiController {
public:
  typedef OrderController __ControllerType;
  OrderController() {}

  ENDPOINT("POST", "/orders", createOrder, BODY_STRING(String, text), QUERY(String, count)) {
    auto body = json::parse(*text);
    store(body.at("title").get<std::string>(), std::stoi(*count));
    return createResponse(Status::CODE_200);
  }
  ENDPOINT("GET", "/orders", listOrders, REQUEST(std::shared_ptr<IncomingRequest>, request)) {
    auto page = request->getQueryParameter("page");
    store("", std::atoi(page->c_str()));
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'atoi' makes 0 of text that is no number
    store("", oatpp::utils::Conversion::strToInt32(page->c_str()));
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'Conversion::strToInt32' makes 0 of text that is no number
    bool valid = false;
    int number = oatpp::utils::Conversion::strToInt32(page, valid);
    OATPP_ASSERT_HTTP(valid, Status::CODE_400, "page is no number");
    store("", number);
    return createResponse(Status::CODE_200);
  }
};

int main() {
  OrderController controller;
  auto router = oatpp::web::server::HttpRouter::createShared();
  auto handler = oatpp::web::server::HttpConnectionHandler::createShared(router);
  auto provider = oatpp::network::tcp::server::ConnectionProvider::createShared({"0.0.0.0", 8080});
  oatpp::network::Server server(provider, handler);
  server.run();
}
