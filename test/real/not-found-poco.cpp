// RUN: %check_async_tidy %s async-missing-not-found %t --real --fix-notes
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <memory>
#include <ostream>
#include <string>

struct User {
  std::string name;
};
struct Users {
  std::unique_ptr<User> load(const std::string &id) const;
};

class UserHandler : public Poco::Net::HTTPRequestHandler {
public:
  void handleRequest(Poco::Net::HTTPServerRequest &request, Poco::Net::HTTPServerResponse &response) override {
    auto user = users.load(request.getURI());
    response.send() << user->name;
    // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: what 'Users::load' looks up is used
    // CHECK-FIXES: {{^    }}if (!user) {
    // CHECK-FIXES-NEXT: {{^      }}response.setStatusAndReason(Poco::Net::HTTPResponse::HTTP_NOT_FOUND);
    // CHECK-FIXES-NEXT: {{^      }}response.send();
    // CHECK-FIXES-NEXT: {{^      }}return;
    // CHECK-FIXES-NEXT: {{^    }}}
    // CHECK-FIXES-NEXT: {{^    }}response.send() << user->name;
  }

private:
  Users users;
};
