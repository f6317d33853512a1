//===-- Programs.cpp - Programs of several units, and their findings ------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "test/unit/program/Programs.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringRef.h"
#include <map>

namespace asynctidy::test {

namespace {

/// A container of the library's: what a header says that is no project's.
constexpr const char *Map = R"cpp(#pragma once
#pragma GCC system_header
namespace std {
template <class A, class B> struct pair { A first; B second; };
template <class K, class V> struct map {
  struct iterator { pair<K, V> *operator->(); pair<K, V> &operator*(); bool operator!=(iterator); void operator++(); };
  V &operator[](K); V &at(K); iterator find(K); iterator begin(); iterator end();
  template <class... A> void emplace(A &&...) {}
};
})cpp";

std::vector<SampleProgram> handlers() {
  return {
      {"HandlerInAnotherUnit",
       {{"handlers.h", "#pragma once\n"
                       "void message(); void closed(); struct Peer { void "
                       "gone(); void run(); };"},
        {"handlers.cpp", R"cpp(#include "handlers.h"
void message() { $message^nap(1); }
//---
void closed() { $closed^query(""); }
//---
void Peer::gone() { $gone^nap(1); }
)cpp"},
        {"peer.cpp", R"cpp(#include "handlers.h"
void Peer::run() { post(bound(&Peer::gone)); nap(1); }
)cpp"},
        {"start.cpp", R"cpp(#include "handlers.h"
void start() { post(loop, message); post(&closed); }
void idle() { message(); }
)cpp"}},
       {"message: nap", "closed: query", "gone: nap"}},

      {"WrapperInAnotherUnit",
       {{"later.h", R"cpp(#pragma once
void later(std::function<void()> f);
void twice(std::function<void()> f);
void now(std::function<void()> f);
void deeply(std::function<void()> f);
void aside(std::function<void()> f);
)cpp"},
        {"deep.cpp", R"cpp(#include "later.h"
void twice(std::function<void()> f) { later(std::move(f)); }
//---
void deeply(std::function<void()> f) { now(f); }
)cpp"},
        {"later.cpp", R"cpp(#include "later.h"
void later(std::function<void()> f) { post(loop, std::move(f)); }
//---
void now(std::function<void()> f) { f(); }
void aside(std::function<void()> f) { offload(f); }
)cpp"},
        {"main.cpp", R"cpp(#include "later.h"
void start() {
  later([] { $later^nap(1); });
  twice([] { $twice^nap(1); });
  aside([] { nap(1); });
  now([] { nap(1); });
}
//---
Task<> run() {
  $now^now([] { nap(1); });
  $deeply^deeply([] { nap(1); });
  now([] {});
  aside([] { nap(1); });
  co_return;
}
)cpp"}},
       {"later: nap", "twice: nap", "now: lambda > nap",
        "deeply: lambda > nap"}},

      {"WrapperWithAnotherDeclaration",
       {{"later.h", "#pragma once\nvoid later(std::function<void()> f);"},
        {"later.cpp", R"cpp(#include "later.h"
void later(std::function<void()> f) { post(f); }
)cpp"},
        {"main.cpp", R"cpp(extern void later(std::function<void()> f);
void start() { later([] { $a^nap(1); }); }
)cpp"}},
       {"a: nap"}},

      {"NestedOffloads",
       {{"work.h", "#pragma once\nvoid work(); void back();"},
        {"main.cpp", R"cpp(#include "work.h"
Task<> run() {
  offload([] { offload([] { offload([] { work(); nap(1); }); work(); }); work(); });
  offload([] { offload([] { post(loop, [] { $a^work(); }); }); });
  offload([] { offload(back); });
  co_return;
}
)cpp"},
        {"work.cpp", R"cpp(#include "work.h"
void work() { nap(1); }
//---
void back() { work(); post([] { $b^work(); }); }
)cpp"}},
       {"a: work > nap", "b: work > nap"}},

      {"TaskCallsItsParameter",
       {{"session.h", R"cpp(#pragma once
Task<> session(std::function<void()> f);
Task<> pooled(std::function<void()> f);
[[clang::annotate("async_tidy::on_loop")]] void on_loop(std::function<void()> f);
)cpp"},
        {"main.cpp", R"cpp(#include "session.h"
void start() { spawn(loop, session([] { $a^nap(1); })); }
//---
void also() { spawn(pool, pooled([] { nap(1); })); on_loop([] { $b^nap(1); }); }
)cpp"},
        {"session.cpp", R"cpp(#include "session.h"
Task<> session(std::function<void()> f) { f(); co_return; }
//---
Task<> pooled(std::function<void()> f) { f(); co_return; }
void on_loop(std::function<void()> f) { f(); }
)cpp"}},
       {"a: nap", "b: nap"}},

      {"MovedBeforeTheCall",
       {{"later.h", R"cpp(#pragma once
Task<> moved(std::function<void()> f);
Task<> stays(std::function<void()> f);
struct Hooks { std::function<void()> hook; };
)cpp"},
        {"later.cpp", R"cpp(#include "later.h"
Task<> moved(std::function<void()> f) { co_await pool.schedule(); f(); }
//---
Task<> stays(std::function<void()> f) { f(); co_await pool.schedule(); }
)cpp"},
        {"main.cpp", R"cpp(#include "later.h"
Task<> run() {
  co_await moved([] { nap(1); });
  co_await stays([] { $a^nap(1); });
}
//---
Task<> fire(Hooks &h) { co_await pool.schedule(); h.hook(); }
//---
void set(Hooks &h) { h.hook = [] { nap(1); }; }
)cpp"}},
       {"a: nap"}},
  };
}

std::vector<SampleProgram> calls() {
  return {
      {"VirtualCalls",
       {{"repo.h", R"cpp(#pragma once
struct Repo { virtual void save() = 0; virtual void load(); virtual void close(); };
struct Sql : Repo { void save() override; void load() override; };
)cpp"},
        {"cached.cpp", R"cpp(#include "repo.h"
struct Cached : Sql { void close() override { nap(1); } };
)cpp"},
        {"main.cpp", R"cpp(#include "repo.h"
Task<> run(Repo &r, Sql &s) {
  $save^r.save(); r.load(); $close^r.close(); $sql^s.close();
  r.Repo::close();
  co_return;
}
)cpp"},
        {"repo.cpp", R"cpp(#include "repo.h"
void Repo::load() {}
void Repo::close() {}
)cpp"},
        {"sql.cpp", R"cpp(#include "repo.h"
void Sql::save() { query(""); }
//---
void Sql::load() {}
)cpp"}},
       {"save: Sql::save > query", "close: Cached::close > nap",
        "sql: Cached::close > nap"}},

      {"VirtualWrapper",
       {{"runner.h", "#pragma once\nstruct Runner { virtual void "
                     "run(std::function<void()> f) = 0; };"},
        {"main.cpp", R"cpp(#include "runner.h"
void start(Runner &r) { r.run([] { $a^nap(1); }); }
)cpp"},
        {"runner.cpp", R"cpp(#include "runner.h"
struct OnLoop : Runner { void run(std::function<void()> f) override { post(loop, f); } };
//---
struct OnPool : Runner { void run(std::function<void()> f) override { offload(f); } };
)cpp"}},
       {"a: nap"}},

      {"Recursion",
       {{"even.h", "#pragma once\nvoid even(int); void odd(int); void "
                   "quiet(int); void silent(int);"},
        {"even.cpp", R"cpp(#include "even.h"
void even(int n) { odd(n - 1); }
//---
void quiet(int n) { quiet(n - 1); silent(n); }
)cpp"},
        {"main.cpp", R"cpp(#include "even.h"
Task<> run() { $a^even(2); $b^odd(1); quiet(3); silent(4); co_return; }
)cpp"},
        {"odd.cpp", R"cpp(#include "even.h"
void odd(int n) { even(n - 1); nap(n); }
//---
void silent(int n) { if (n) quiet(n - 1); }
)cpp"}},
       {"a: even > odd > nap", "b: odd > nap"}},

      {"ChainOverFourFiles",
       {{"chain.h",
         "#pragma once\nvoid one(); void two(); void three(); void four();"},
        {"1.cpp", R"cpp(#include "chain.h"
Task<> run() { $a^one(); co_return; }
)cpp"},
        {"2.cpp", "#include \"chain.h\"\nvoid one() { two(); }\n"},
        {"3.cpp", "#include \"chain.h\"\nvoid two() { three(); four(); }\n"},
        {"4.cpp", R"cpp(#include "chain.h"
void three() { four(); }
//---
void four() { nap(1); }
)cpp"}},
       {"a: one > two > four > nap"}},

      {"Destructors",
       {{"closes.h", R"cpp(#pragma once
struct Closes { ~Closes(); };
struct Opens { Opens(); };
struct Holds { Closes c; };
inline void uses() { Closes c; }
)cpp"},
        {"closes.cpp", R"cpp(#include "closes.h"
Closes::~Closes() { query(""); }
//---
Opens::Opens() { nap(1); }
)cpp"},
        {"main.cpp", R"cpp(#include "closes.h"
Task<> run() { Opens $opens^o; $uses^uses(); Closes $closes^c; Holds $holds^h; co_return; }
)cpp"}},
       {"opens: Opens > nap", "uses: uses > ~Closes > query",
        "closes: ~Closes > query", "holds: ~Holds > ~Closes > query"}},

      {"AlsoOverTheProgram",
       {{"helper.h",
         "#pragma once\nvoid helper(); void deeper(); void deepest();"},
        {"a.cpp", R"cpp(#include "helper.h"
Task<> first() { $a^helper(); co_return; }
)cpp"},
        {"b.cpp", R"cpp(#include "helper.h"
Task<> second() { $b^helper(); co_return; }
)cpp"},
        {"helper.cpp", R"cpp(#include "helper.h"
void helper() { nap(1); deeper(); }
//---
void deeper() { query(""); deepest(); }
//---
void deepest() { Client c; c.fetch(); }
)cpp"}},
       {"a: helper > nap, deeper > query, deepest > Client::fetch",
        "b: helper > nap"}},

      {"AlsoWhereItIsClosest",
       {{"helper.h",
         "#pragma once\nvoid helper(); void deeper(); void deepest();"},
        {"a.cpp", R"cpp(#include "helper.h"
Task<> first() { $a^helper(); co_return; }
//---
Task<> second() { $b^deeper(); co_return; }
)cpp"},
        {"helper.cpp", R"cpp(#include "helper.h"
void helper() { nap(1); deeper(); }
//---
void deeper() { query(""); deepest(); }
//---
void deepest() { Client c; c.fetch(); }
)cpp"}},
       {"a: helper > nap", "b: deeper > query, deepest > Client::fetch"}},
  };
}

std::vector<SampleProgram> coroutines() {
  const std::pair<std::string, std::string> Header = {
      "work.h", "#pragma once\nTask<> work(); Task<> inner();"};
  const std::pair<std::string, std::string> Start = {
      "start.cpp",
      "#include \"work.h\"\nvoid start() { spawn(pool, work()); }\n"};
  const std::pair<std::string, std::string> Work = {"work.cpp",
                                                    R"cpp(#include "work.h"
Task<> work() { $work^nap(1); co_await inner(); }
//---
Task<> inner() { $inner^nap(1); co_return; }
)cpp"};
  return {
      {"CoroutineOffloadedElsewhere", {Header, Start, Work}, {}},
      {"OffloadedCoroutineAwaitedElsewhere",
       {Header, Start, Work, {"also.cpp", R"cpp(#include "work.h"
Task<> also() { co_await work(); }
)cpp"}},
       {"work: nap", "inner: nap"}},
      {"InnerCoroutineAwaitedElsewhere",
       {Header, Start, Work, {"also.cpp", R"cpp(#include "work.h"
Task<> also() { co_await inner(); }
)cpp"}},
       {"inner: nap"}},
      {"CoroutineThatNobodyStarts",
       {Header, Work},
       {"work: nap", "inner: nap"}},
  };
}

std::vector<SampleProgram> namesakes() {
  return {
      {"InternalLinkage",
       {{"a/util.cpp", R"cpp(static void helper() {}
static std::function<void()> hook;
namespace { void work() { nap(1); } struct Tool { void use() {} }; }
Task<> first(Tool t) { helper(); $a^work(); t.use(); hook(); co_return; }
)cpp"},
        {"b/util.cpp", R"cpp(static void helper() { nap(1); }
static std::function<void()> hook;
namespace { void work() {} struct Tool { void use() { nap(1); } }; }
Task<> second(Tool t) { $b^helper(); work(); $c^t.use(); co_return; }
void later() { hook = [] { nap(1); }; }
)cpp"}},
       {"a: work > nap", "b: helper > nap", "c: Tool::use > nap"},
       /*Mergeable=*/false},

      {"TwoPrograms",
       {{"one/service.h", R"cpp(#pragma once
struct Service { void load(); virtual void save(); std::function<void()> hook; };
struct Derived : Service { void save() override; };
)cpp"},
        {"one/main.cpp", R"cpp(#include "one/service.h"
Task<> run(Service &s) { s.load(); s.save(); s.hook(); co_return; }
int main() {}
)cpp"},
        {"one/service.cpp", R"cpp(#include "one/service.h"
static void other() { nap(1); }
void Service::load() { offload(other); }
void Service::save() { offload(other); }
void Derived::save() { offload(other); }
)cpp"},
        {"two/service.h", R"cpp(#pragma once
struct Service { void load(); virtual void save(); std::function<void()> hook; };
struct Derived : Service { void save() override; };
)cpp"},
        {"two/main.cpp", R"cpp(#include "two/service.h"
Task<> run(Service &s) { $load^s.load(); $save^s.save(); co_return; }
int main() { Service s; s.hook = [] { nap(1); }; }
)cpp"},
        {"two/service.cpp", R"cpp(#include "two/service.h"
void Service::load() { query(""); }
void Service::save() { offload([] {}); }
void Derived::save() { query(""); }
)cpp"}},
       {"load: Service::load > query", "save: Derived::save > query"},
       /*Mergeable=*/false},

      {"DeclaredInTheCaller",
       {{"main.cpp", R"cpp(extern void slow();
Task<> run() { $a^slow(); co_return; }
//---
Task<> again() { extern void local(); $b^local(); co_return; }
)cpp"},
        {"slow.cpp", "void slow() { nap(1); }\nvoid local() { nap(1); }\n"}},
       {"a: slow > nap", "b: local > nap"}},

      {"EmptyNamesake",
       {{"one/work.h",
         "#pragma once\nvoid work(); struct Tool { void use(); };"},
        {"one/main.cpp", R"cpp(#include "one/work.h"
Task<> run(Tool &t) { work(); t.use(); co_return; }
)cpp"},
        {"one/work.cpp", R"cpp(#include "one/work.h"
void work() {}
void Tool::use() {}
)cpp"},
        {"two/work.h",
         "#pragma once\nvoid work(); struct Tool { void use(); };"},
        {"two/work.cpp", R"cpp(#include "two/work.h"
void work() { nap(1); }
void Tool::use() { nap(1); }
)cpp"}},
       {},
       /*Mergeable=*/false},
  };
}

std::vector<SampleProgram> headers() {
  return {
      {"InlineFunctions",
       {{"common.h", R"cpp(#pragma once
void slow();
inline void helper() { slow(); }
inline Task<> run() { $a^helper(); co_return; }
static inline Task<> each_its_own() { $b^nap(1); co_return; }
)cpp"},
        {"a.cpp", R"cpp(#include "common.h"
Task<> a() { $c^helper(); co_await run(); }
)cpp"},
        {"b.cpp", R"cpp(#include "common.h"
Task<> b() { $d^helper(); co_await run(); }
)cpp"},
        {"slow.cpp", "#include \"common.h\"\nvoid slow() { nap(1); }\n"}},
       {"c: helper > slow > nap", "d: helper > slow > nap",
        "a: helper > slow > nap", "b: nap"}},

      {"ForwardDeclared",
       {{"forward.h", "#pragma once\nvoid helper(); Task<> run();"},
        {"full.h", "#pragma once\ninline void helper() { nap(1); }\n"
                   "inline Task<> run() { $c^helper(); co_return; }"},
        {"a.cpp", R"cpp(#include "forward.h"
#include "full.h"
Task<> a() { $a^helper(); co_return; }
)cpp"},
        {"b.cpp", R"cpp(#include "full.h"
Task<> b() { $b^helper(); co_return; }
)cpp"}},
       {"a: helper > nap", "b: helper > nap", "c: helper > nap"}},

      {"Templates",
       {{"templates.h", R"cpp(#pragma once
template <class X> void helper(X) { nap(1); }
template <class X> Task<> run(X x) { $a^helper(x); post([] { $b^nap(1); }); co_return; }
template <class X> struct Holder { Task<> run(); void use() { query(""); } };
template <class X> Task<> Holder<X>::run() { $c^use(); co_return; }
)cpp"},
        {"a.cpp", R"cpp(#include "templates.h"
void a() { run(1); Holder<int>().run(); }
)cpp"},
        {"b.cpp", R"cpp(#include "templates.h"
void b() { run(1); run('c'); Holder<char>().run(); }
)cpp"}},
       {"a: helper > nap", "c: Holder::use > query", "b: nap"}},

      {"PatternHereInstanceThere",
       {{"pattern.h", R"cpp(#pragma once
template <class X> Task<> run(X x) { $a^nap(1); if constexpr (sizeof(X) == 1) $b^query(""); co_return; }
template <class X> struct Kind { Task<> run() { if constexpr (sizeof(X) > 1) nap(1); co_return; } };
)cpp"},
        {"a.cpp", "#include \"pattern.h\"\nvoid a() {}\n"},
        {"b.cpp", R"cpp(#include "pattern.h"
void b() { run('c'); Kind<char>().run(); }
)cpp"},
        {"c.cpp", "#include \"pattern.h\"\nvoid c() { run(1); }\n"}},
       {"a: nap", "b: query"}},

      {"Annotations",
       {{"notes.h", R"cpp(#pragma once
[[clang::annotate("async_tidy::on_loop")]] void handler();
[[clang::annotate("async_tidy::nonblocking")]] void quick();
[[clang::annotate("async_tidy::blocking")]] void slow();
void also() [[clang::blocking]];
void promised() [[clang::nonblocking]];
struct Repo { [[clang::annotate("async_tidy::nonblocking")]] virtual void save(); };
)cpp"},
        {"main.cpp", R"cpp(#include "notes.h"
Task<> run(Repo &r) { quick(); $slow^slow(); $also^also(); promised(); r.Repo::save(); co_return; }
)cpp"},
        {"notes.cpp", R"cpp(#include "notes.h"
void handler() { $handler^nap(1); }
//---
void quick() { nap(1); }
void slow() {}
//---
void also() { query(""); }
void promised() { $promised^nap(1); }
void Repo::save() { nap(1); }
)cpp"}},
       {"slow: slow", "also: also", "handler: nap", "promised: nap"}},

      {"AnnotationThatTheDefinitionDoesNotSee",
       {{"notes.h", R"cpp(#pragma once
[[clang::annotate("async_tidy::on_loop")]] void handler();
[[clang::annotate("async_tidy::nonblocking")]] void quick();
)cpp"},
        {"main.cpp", R"cpp(#include "notes.h"
Task<> run() { quick(); handler(); co_return; }
)cpp"},
        {"notes.cpp",
         "void handler() { $a^nap(1); }\nvoid quick() { nap(1); }\n"}},
       {"a: nap"}},
  };
}

std::vector<SampleProgram> lambdas() {
  return {
      {"LambdasOnOneLine",
       {{"later.h", R"cpp(#pragma once
void later(std::function<void()> f, std::function<void()> g);
#define LATER(x, y) later([] { x; }, [] { y; })
#define BOTH(x) later([] { x; }, [] { offload([] { x; }); })
)cpp"},
        {"later.cpp", R"cpp(#include "later.h"
void later(std::function<void()> f, std::function<void()> g) { post(f); offload(g); }
)cpp"},
        {"main.cpp", R"cpp(#include "later.h"
void line() { later([] { $a^nap(1); }, [] { nap(1); }); later([] {}, [] { nap(1); }); }
//---
void macros() {
  $b^LATER(nap(1), nap(2)); LATER((void)0, nap(3)); $c^LATER(query(""), (void)0);
  $d^BOTH(nap(4));
}
)cpp"}},
       {"a: nap", "b: nap", "c: query", "d: nap"}},

      {"LambdasOutsideFunctions",
       {{"shared.h", R"cpp(#pragma once
inline auto shared = [] { $a^nap(1); };
inline auto pooled = [] { nap(1); };
)cpp"},
        {"main.cpp", R"cpp(#include "shared.h"
static auto one = [] {}; static auto two = [] { $b^nap(1); };
static auto three = [] { nap(1); };
auto four = [] { $c^nap(1); };
struct Five { static inline auto call = [] { $d^nap(1); }; };
void start() { post(one); post(two); offload(three); post(shared); post(four); post(Five::call); }
)cpp"},
        {"pool.cpp", R"cpp(#include "shared.h"
static auto one = [] { nap(1); }; static auto two = [] {};
void go() { offload(one); post(two); offload(pooled); }
)cpp"}},
       {"a: nap", "b: nap", "c: nap", "d: nap"},
       /*Mergeable=*/false},

      {"DefaultMemberInitializers",
       {{"table.h", R"cpp(#pragma once
struct Table { std::function<void()> first = [] { $a^nap(1); }, second = [] { nap(1); }; };
)cpp"},
        {"main.cpp", R"cpp(#include "table.h"
Task<> run() { Table t; t.first(); co_return; }
)cpp"},
        {"pool.cpp", R"cpp(#include "table.h"
void work(Table &t) { offload([&t] { t.second(); }); }
)cpp"}},
       {"a: nap"}},

      {"TemplateWrapper",
       {{"wrap.h", R"cpp(#pragma once
template <class F> void later(F &&f) { post(std::forward<F>(f)); }
template <class F> void now(F f) { f(); }
)cpp"},
        {"a.cpp", R"cpp(#include "wrap.h"
void a() { later([] { $a^nap(1); }); later([] {}); now([] { nap(1); }); }
)cpp"},
        {"b.cpp", R"cpp(#include "wrap.h"
Task<> b() { $b^now([] { nap(1); }); now([] {}); later([] { $c^nap(1); }); co_return; }
)cpp"}},
       {"a: nap", "b: now > lambda > nap", "c: nap"}},

      {"LocalClasses",
       {{"quiet.h", R"cpp(#pragma once
inline void quiet() { struct Local { void run() {} } l; l.run(); }
inline void loud() { struct Local { void run() { nap(1); } } l; l.run(); }
)cpp"},
        {"a.cpp", R"cpp(#include "quiet.h"
Task<> a() { quiet(); $a^loud(); struct Local { void run() {} } l; l.run(); co_return; }
//---
Task<> b() { struct Local { void run() { nap(1); } } l; $b^l.run(); co_return; }
)cpp"},
        {"c.cpp", R"cpp(#include "quiet.h"
Task<> c() { quiet(); $c^loud(); struct Local { void run() { nap(1); } } l; $d^l.run(); co_return; }
)cpp"}},
       {"a: loud > Local::run > nap", "b: Local::run > nap",
        "c: loud > Local::run > nap", "d: Local::run > nap"}},
  };
}

std::vector<SampleProgram> stored() {
  const std::pair<std::string, std::string> MapHeader = {"map.h", Map};
  const std::pair<std::string, std::string> Router = {"router.h",
                                                      R"cpp(#pragma once
#include "map.h"
struct Router {
  void add(const char *path, std::function<void()> f);
  void run(const char *path);
  std::map<const char *, std::function<void()>> table;
  std::function<void()> fallback;
};
)cpp"};
  const std::pair<std::string, std::string> RouterUnit = {
      "router.cpp", R"cpp(#include "router.h"
void Router::add(const char *path, std::function<void()> f) { table.emplace(path, std::move(f)); }
//---
void Router::run(const char *path) {
  auto it = table.find(path);
  it->second();
  fallback();
}
)cpp"};
  const std::pair<std::string, std::string> Registration = {
      "start.cpp", R"cpp(#include "router.h"
void start(Router &r) {
  r.add("a", [] { $add^nap(1); });
  r.table["b"] = [] { $subscript^nap(1); };
  r.fallback = [] { $fallback^nap(1); };
}
)cpp"};
  return {
      {"StoredHandlers",
       {MapHeader,
        Router,
        RouterUnit,
        Registration,
        {"serve.cpp", R"cpp(#include "router.h"
Task<> serve(Router &r) { r.run("a"); co_return; }
)cpp"}},
       {"add: nap", "subscript: nap", "fallback: nap"}},

      {"StoredHandlersOffloaded",
       {MapHeader,
        Router,
        RouterUnit,
        Registration,
        {"serve.cpp", R"cpp(#include "router.h"
void serve(Router &r) { offload([&r] { r.run("a"); }); }
)cpp"}},
       {}},

      {"StoredHandlersOnBoth",
       {MapHeader,
        Router,
        RouterUnit,
        Registration,
        {"pool.cpp", R"cpp(#include "router.h"
void work(Router &r) { offload([&r] { r.fallback(); r.table.at("a")(); }); }
)cpp"},
        {"serve.cpp", R"cpp(#include "router.h"
void serve(Router &r) { post(loop, [&r] { r.fallback(); }); }
)cpp"}},
       {"fallback: nap"}},

      {"StoredHandlersThatNobodyCalls",
       {MapHeader, Router, RouterUnit, Registration},
       {}},

      {"StoredHandlersInALoop",
       {MapHeader,
        Router,
        RouterUnit,
        Registration,
        {"serve.cpp", R"cpp(#include "router.h"
Task<> serve(Router &r) { for (auto &entry : r.table) entry.second(); co_return; }
)cpp"}},
       {"add: nap", "subscript: nap"}},

      {"ConstructorKeeps",
       {{"server.h", R"cpp(#pragma once
struct Server { Server(std::function<void()> f); void serve(); std::function<void()> handler; };
)cpp"},
        {"main.cpp", R"cpp(#include "server.h"
void start() { Server s([] { $a^nap(1); }); }
//---
Task<> run(Server &s) { s.serve(); co_return; }
)cpp"},
        {"server.cpp", R"cpp(#include "server.h"
Server::Server(std::function<void()> f) : handler(std::move(f)) {}
//---
void Server::serve() { handler(); }
)cpp"}},
       {"a: nap"}},

      {"StructOfCallbacks",
       {{"socket.h", R"cpp(#pragma once
struct Callbacks { std::function<void()> opened, closed; };
struct Socket { Callbacks kept; void listen(Callbacks c); Task<> pump(); };
struct Entry { const char *path; void (*run)(); };
extern const Entry table[2];
void home();
)cpp"},
        {"main.cpp", R"cpp(#include "socket.h"
void start(Socket &s) { s.listen({.opened = [] { $a^nap(1); }, .closed = [] { nap(1); }}); }
//---
Task<> dispatch(int i) { table[i].run(); co_return; }
)cpp"},
        {"socket.cpp", R"cpp(#include "socket.h"
void Socket::listen(Callbacks c) { kept = c; }
Task<> Socket::pump() { kept.opened(); co_return; }
//---
void home() { $b^nap(1); }
//---
static void about() { $c^nap(1); }
const Entry table[2] = {{"/", home}, {"/about", &about}};
)cpp"}},
       {"a: nap", "b: nap", "c: nap"}},

      {"GlobalHook",
       {{"hook.h",
         "#pragma once\nextern std::function<void()> hook; void named();"},
        {"fire.cpp", R"cpp(#include "hook.h"
Task<> fire() { hook(); co_return; }
)cpp"},
        {"hook.cpp", R"cpp(#include "hook.h"
std::function<void()> hook;
//---
void named() { $b^nap(1); }
)cpp"},
        {"set.cpp", R"cpp(#include "hook.h"
void set() { hook = [] { $a^nap(1); }; hook = named; }
)cpp"}},
       {"b: nap", "a: nap"}},
  };
}

} // namespace

const std::vector<SampleProgram> &samplePrograms() {
  static const std::vector<SampleProgram> All = [] {
    std::vector<SampleProgram> Result;
    for (auto &Some : {handlers(), calls(), coroutines(), namesakes(),
                       headers(), lambdas(), stored()})
      Result.insert(Result.end(), Some.begin(), Some.end());
    return Result;
  }();
  return All;
}

static bool isUnit(llvm::StringRef Name) { return Name.ends_with(".cpp"); }

ProgramFiles split(const ProgramFiles &Files) {
  ProgramFiles Result;
  for (const auto &[Name, Text] : Files) {
    llvm::StringRef Rest = Text, Part;
    std::string Includes;
    for (llvm::StringRef Line : llvm::split(Rest, '\n'))
      if (Line.starts_with("#include"))
        Includes += (Line + "\n").str();
    std::tie(Part, Rest) = Rest.split("//---\n");
    Result.emplace_back(Name, Part.str());
    for (unsigned I = 1; !Rest.empty(); ++I) {
      std::tie(Part, Rest) = Rest.split("//---\n");
      Result.emplace_back(llvm::StringRef(Name).drop_back(4).str() + "-" +
                              std::to_string(I) + ".cpp",
                          Includes + Part.str());
    }
  }
  return Result;
}

ProgramFiles merged(const ProgramFiles &Files) {
  ProgramFiles Result;
  std::map<std::string, std::string> Units;
  for (const auto &[Name, Text] : Files)
    if (isUnit(Name))
      Units[Name] = Text;
    else
      Result.emplace_back(Name, Text);
  std::string All;
  for (const auto &[Name, Text] : Units)
    All += Text;
  Result.emplace_back("all.cpp", All);
  return Result;
}

} // namespace asynctidy::test
