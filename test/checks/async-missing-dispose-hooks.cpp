// Hooks that run when a service starts open something; is there a shutdown side?
// RUN: %check_async_tidy -check-suffix=OPEN %s async-missing-dispose %t -- -DOPEN
// RUN: %check_async_tidy -check-suffix=FORGOT %s async-missing-dispose %t -- -DFORGOT
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DCLOSED
#include <drogon/drogon.h>
#include <drogon/plugins/Plugin.h>
#include <libpq-fe.h>

#ifdef OPEN
static PGconn *conn;
static void connect() {
  conn = PQconnectdb("host=db");
  // CHECK-MESSAGES-OPEN: :[[@LINE-1]]:10: warning: 'PQconnectdb' opens a 'PGconn' that nothing in the program closes with 'PQfinish'
  // CHECK-NOTES-OPEN: :[[@LINE-2]]:10: note: it is made when the service starts, and nothing ends it at shutdown
}
int main() {
  drogon::app().registerBeginningAdvice([] { connect(); });
  drogon::app().run();
}
#else
namespace {
class Database : public drogon::Plugin<Database> {
public:
  void initAndStart(const Json::Value &) override {
    conn = PQconnectdb("host=db");
    // CHECK-MESSAGES-FORGOT: :[[@LINE-1]]:12: warning: 'PQconnectdb' opens a 'PGconn' that nothing in the program closes with 'PQfinish'
    // CHECK-NOTES-FORGOT: :[[@LINE-2]]:12: note: it is made when the service starts, and nothing ends it at shutdown
    // CHECK-NOTES-FORGOT: :[[@LINE+2]]:8: note: this runs at shutdown, and doesn't end it
  }
  void shutdown() override {
#ifdef CLOSED
    PQfinish(conn);
#endif
  }

private:
  PGconn *conn = nullptr;
};
} // namespace
int main() {
  Database database;
  drogon::app().run();
}
#endif
