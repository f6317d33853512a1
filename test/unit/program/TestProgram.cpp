//===-- TestProgram.cpp - Code given as a string, places marked in it
//--------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "test/unit/program/TestProgram.h"
#include "lib/catalog/PackReader.h"
#include "lib/program/Extract.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"

using namespace clang;

namespace asynctidy::test {

namespace {

constexpr llvm::StringLiteral Pack = R"yaml(
pack: demo
library: Demo
description: The functions of the tests' prelude
blocking:
  - {names: [nap], category: sleep, duration: {argument: 0, unit: ms}}
  - {names: [query], category: database}
  - {names: [exists], category: file, level: strict, why: it is cheap}
  - {names: ['Future::get'], category: wait, unless-called: {names: ['Future::wait_for'], same: receiver}}
  - {names: ['Future::wait_for'], category: wait, timeout: 0}
  - {names: ['Thread::join', 'Thread::~Thread'], category: wait, unless-called: {names: ['Thread::detach'], same: receiver}}
  - {names: ['File::File'], category: file, when: {arguments: '1+'}}
  - {names: ['File::open'], category: file}
  - {names: [read_fd], category: network, level: strict, why: it may be ready, descriptor: 0}
  - {in: Client, names: ['*'], category: http}
  - {names: ['Mutex::lock'], category: lock, level: strict, why: rarely waits}
nonblocking:
  - {names: ['Client::name']}
  - {names: [query], when: {arguments: '2'}}
descriptors:
  - {names: [open_fd], nonblocking: {argument: 0, bits: 8}}
coroutines:
  - {types: [Task], runtime: demo}
  - {types: [Generator], runtime: demo, kind: generator}
  - {types: [Reply], runtime: demo, returned: true}
callbacks:
  - {names: [post], arguments: [-1], context: loop, executor: 0, runtime: demo}
  - {names: [offload], arguments: [0], context: offload}
  - {names: [at_start], arguments: [0], context: startup}
  - {names: [each], arguments: all, context: inline}
  - {names: [spawn], arguments: [1], context: loop, executor: 0, runtime: demo}
  - {names: [route, on_patch, on_put], arguments: [1], context: loop, runtime: demo, request: true}
  - {names: ['Acceptor::async_accept'], arguments: [0], context: loop, runtime: demo}
overrides:
  - {names: ['Handler::handle'], context: loop, runtime: demo}
  - {names: ['Channel::message', 'Servlet::service'], context: loop, runtime: demo, request: true}
  - {names: ['Channel::opened'], context: loop, runtime: demo}
executors:
  - {types: [Pool], context: offload}
  - {types: [Loop], context: loop}
wrappers:
  - {names: [bind_to], argument: 1, executor: 0}
  - {names: [bound, std::move, std::forward], argument: 0}
switches:
  - {names: ['Pool::schedule'], context: offload}
  - {names: ['Loop::schedule'], context: loop}
locks:
  - {types: [Guard], of: [Mutex]}
  - {names: ['Guard::lock', 'Mutex::lock'], acquire: true}
  - {names: ['Guard::unlock', 'Mutex::unlock'], release: true}
makers:
  - {names: ['std::make_shared']}
events:
  - {names: [run_loop], event: runs-loop, help: make it in main}
  - {names: [serve], event: runs-loop}
  - {names: [serve], event: accepts}
  - {names: ['Acceptor::Acceptor', 'Acceptor::accept', 'Acceptor::async_accept'], event: accepts}
  - {names: ['Signals::Signals'], event: handles-signal}
  - {names: [stop_loop], event: stops}
  - {names: [serve_web], event: accepts}
  - {names: [serve_web], event: answers-exceptions}
  - {names: [on_error], event: handles-exceptions}
routes:
  - {names: [on_patch], path: 0, handler: 1, method: PATCH, objects: 1}
  - {names: [on_put], path: 0, handler: 1, method: PUT}
  - {names: ['Servlet::service'], overrides: true}
reads:
  - {names: ['Request::json'], gives: document}
  - {names: ['Json::operator[]'], gives: field, key: 0, absent: none, test: '{from}.has({key})'}
  - {names: ['Json::value'], gives: field, key: 0, default: 1, test: '{from}.has({key})'}
  - {names: ['Json::at'], gives: field, key: 0, absent: throws}
  - {names: ['Json::text'], gives: value, absent: empty}
  - {names: ['Json::as'], gives: value, reader: from_json}
  - {names: ['Json::has'], gives: test, key: 0}
  - {types: [Optional], gives: optional}
  - {names: ['Optional::operator*'], gives: value, absent: undefined}
  - {names: ['Request::maybe'], gives: document, invalid: none}
  - {names: ['Request::form'], gives: parameter, key: 0, absent: empty}
  - {names: [parse], gives: document, invalid: throws}
  - {names: [number], gives: value, invalid: throws}
  - {names: [guess], gives: value, invalid: zero}
  - {names: ['Db::must'], gives: entity, absent: throws}
  - {names: ['Db::may'], gives: entity, absent: none}
  - {names: ['Db::rows'], gives: rows}
answers:
  - {returns: Reply, not-found: 'return not_found();', bad-request: 'return bad_request();'}
replacements:
  - {runtime: demo, category: sleep, text: 'co_await doze({duration})', fix: true}
)yaml";

constexpr llvm::StringLiteral Prelude = R"cpp(
namespace std {
template <class R, class...> struct coroutine_traits { using promise_type = typename R::promise_type; };
template <class P = void> struct coroutine_handle {
  static coroutine_handle from_address(void *) noexcept;
  static coroutine_handle from_promise(P &);
  void *address() const noexcept;
};
template <> struct coroutine_handle<void> {
  static coroutine_handle from_address(void *) noexcept;
  template <class Q> coroutine_handle(coroutine_handle<Q>) noexcept;
};
struct suspend_always {
  bool await_ready() const noexcept; void await_suspend(coroutine_handle<>) const noexcept; void await_resume() const noexcept;
};
template <class T> struct remove_reference { using type = T; };
template <class T> struct remove_reference<T &> { using type = T; };
template <class T> struct remove_reference<T &&> { using type = T; };
template <class T> typename remove_reference<T>::type &&move(T &&t) noexcept;
template <class T> T &&forward(typename remove_reference<T>::type &t) noexcept;
template <class> class function;
template <class T, class... A> T *make_shared(A &&...);
template <class R, class... A> class function<R(A...)> {
public:
  template <class F> function(F f) {} function(); R operator()(A...) const; ~function();
};
}
struct Basic {
  std::suspend_always initial_suspend() noexcept; std::suspend_always final_suspend() noexcept;
  void unhandled_exception(); std::suspend_always yield_value(int);
};
template <class T = void> struct Task {
  struct promise_type : Basic { Task get_return_object(); void return_value(T); };
  bool await_ready(); void await_suspend(std::coroutine_handle<>); T await_resume();
};
template <> struct Task<void> {
  struct promise_type : Basic { Task get_return_object(); void return_void(); };
  bool await_ready(); void await_suspend(std::coroutine_handle<>); void await_resume();
};
struct Generator { struct promise_type : Basic { Generator get_return_object(); void return_void(); }; int next(); };
struct Reply {};
struct Pool { Task<> schedule(); Pool &get_executor(); };
struct Loop { Task<> schedule(); };
struct Mutex { void lock(); void unlock(); bool try_lock(); };
struct Other { void lock(); void unlock(); };
struct defer_lock_t {};
template <class M> struct Guard { Guard(M &); Guard(M &, defer_lock_t); ~Guard(); void lock(); void unlock(); };
struct Future { int get(); bool wait_for(int); };
struct Thread { Thread(); ~Thread(); void join(); void detach(); };
struct File { File(); File(const char *); ~File(); void open(const char *); };
struct Client { int fetch(); int name(); };
struct Handler { virtual ~Handler(); virtual void handle(); };
void nap(int); void query(const char *); void query(const char *, int); bool exists(const char *);
int open_fd(int); void read_fd(int);
template <class... A> void post(A &&...) {}
template <class F> void offload(F &&) {}
template <class F> void at_start(F &&) {}
template <class F> void each(F &&) {}
template <class E, class T> void spawn(E &, T &&) {}
template <class E, class F> F bind_to(E &, F f) { return f; }
template <class F> F bound(F f) { return f; }
Task<> doze(int);
template <class F> void route(const char *, F &&) {}
struct Acceptor { Acceptor(int); Task<int> accept(); template <class F> void async_accept(F &&) {} };
struct Signals { Signals(int); };
struct Channel { virtual void message(); virtual void opened(); };
void run_loop(); void serve(int); void stop_loop();
enum class Verb { Get, Post, Put, Patch };
struct Text { Text(); Text(const char *); Text &operator+=(const char *); const char *c_str() const; bool empty() const; };
struct Json {
  Json operator[](const char *) const; Text text() const; Text at(const char *) const;
  Text value(const char *, const Text &) const; bool has(const char *) const; template <class T> T as() const;
};
struct Request { Json json() const; Verb method() const; Json *maybe() const; Text form(const char *) const; Text body; int id; };
Json parse(const Text &); int number(const Text &); int guess(const char *);
struct Row { Text name; };
struct Rows { Row &operator[](int); bool empty() const; };
struct Db { Row must(int); Row *may(int); Rows rows(const char *, int); };
extern Db db;
void use(const Text &);
void serve_web(); template <class F> void on_error(F &&) {}
Reply not_found(); Reply bad_request();
template <class T> struct Optional { T &operator*(); explicit operator bool() const; };
template <class T> struct Map { T &operator[](int); T *find(int); };
template <class... A> void execute(const char *, A...) {}
template <class F> void on_patch(const char *, F &&) {}
template <class F> void on_put(const char *, F &&) {}
struct Servlet { virtual void service(Request); };
extern Loop loop; extern Pool pool; extern Mutex mutex;
)cpp";

/// Takes the marks out of \p Marked; an offset and its name for each.
std::string unmark(llvm::StringRef Marked,
                   std::vector<std::pair<unsigned, std::string>> &Marks) {
  std::string Code;
  while (!Marked.empty()) {
    auto [Before, Rest] = Marked.split('$');
    Code += Before;
    if (Rest.empty())
      break;
    auto [Name, After] = Rest.split('^');
    Marks.emplace_back(Code.size(), Name.str());
    Marked = After;
  }
  return Code;
}

std::shared_ptr<const catalog::Catalog> testCatalog() {
  static std::vector<catalog::PackError> Errors;
  static const auto Storage = catalog::readPack("demo.yaml", Pack, Errors);
  for (const catalog::PackError &E : Errors)
    ADD_FAILURE() << E.render();
  return Storage ? catalog::Catalog::fromPacks({&Storage->P}) : nullptr;
}

/// Line and column of an offset, from 1.
std::pair<unsigned, unsigned> position(llvm::StringRef Code, unsigned Offset) {
  llvm::StringRef Before = Code.take_front(Offset);
  size_t LineStart = Before.rfind('\n');
  return {Before.count('\n') + 1,
          Offset - (LineStart == llvm::StringRef::npos ? -1 : LineStart)};
}

} // namespace

program::UnitFacts
factsOf(llvm::StringRef Name, llvm::StringRef Code,
        llvm::ArrayRef<std::pair<std::string, std::string>> Headers) {
  std::vector<std::pair<std::string, std::string>> Mapped = {
      {"/sys/prelude.h", Prelude.str()}};
  for (const auto &[Header, Text] : Headers)
    Mapped.emplace_back("/src/" + Header, Text);
  auto AST = tooling::buildASTFromCodeWithArgs(
      Code,
      {"-std=c++20", "-isystem", "/sys", "-include", "prelude.h", "-I", "/src",
       "-fexceptions"},
      ("/src/" + Name).str(), "unit-test",
      std::make_shared<PCHContainerOperations>(),
      tooling::getClangStripDependencyFileAdjuster(), Mapped);
  if (!AST) {
    ADD_FAILURE() << "no AST";
    return {};
  }
  EXPECT_FALSE(AST->getDiagnostics().hasErrorOccurred()) << Code.str();
  return program::extractFacts(
      *UnitModel::build(AST->getASTContext(), testCatalog()), "/src");
}

TestProgram::TestProgram(std::vector<std::pair<std::string, std::string>> Files,
                         bool Strict) {
  std::vector<std::pair<std::string, std::string>> Headers, Units;
  for (auto &[Name, Marked] : Files) {
    std::vector<std::pair<unsigned, std::string>> Offsets;
    std::string Code = unmark(Marked, Offsets);
    for (const auto &[Offset, Mark] : Offsets) {
      auto [Line, Column] = position(Code, Offset);
      Marks[{Name, Line, Column}] = Mark;
    }
    (llvm::StringRef(Name).ends_with(".cpp") ? Units : Headers)
        .emplace_back(Name, std::move(Code));
  }
  std::vector<program::UnitFacts> All;
  for (const auto &[Name, Code] : Units)
    All.push_back(factsOf(Name, Code, Headers));
  link(All, Strict);
}

void TestProgram::link(llvm::ArrayRef<program::UnitFacts> Units, bool Strict) {
  Facts.assign(Units.begin(), Units.end());
  auto P = std::make_unique<program::Program>();
  for (const program::UnitFacts &Unit : Facts)
    P->add(Unit);
  Linked = std::make_unique<program::Analysis>(std::move(P));
  program::BlockingFilter Filter;
  Filter.Strict = Strict;
  Blocks = Linked->loopBlocks(Filter);
}

std::string TestProgram::place(const program::Place &At) const {
  std::string File = Linked->program().file(At.File).str();
  auto Mark = Marks.find({File, At.Line, At.Column});
  return Mark == Marks.end() ? File + ":" + std::to_string(At.Line)
                             : Mark->second;
}

std::vector<std::string> TestProgram::findings() const {
  const program::Program &P = Linked->program();
  std::vector<std::string> Texts;
  for (const program::LoopBlock &B : Blocks) {
    std::string Text = place(B.At) + ": ";
    for (const program::Hop &H : B.Chain)
      if (H.Callee != program::None)
        Text += P.symbolName(H.Callee).str() + " > ";
    Text += B.Leaf->Name;
    for (const program::ReachedBlock &R : B.Also)
      Text += ", " + P.symbolName(R.In).str() + " > " + R.Block->Name;
    Texts.push_back(std::move(Text));
  }
  return Texts;
}

program::FunctionId TestProgram::function(llvm::StringRef Name) const {
  const program::Program &P = Linked->program();
  for (program::FunctionId F : P.inOrder())
    if (P.symbolName(P.functions()[F].Symbol) == Name)
      return F;
  ADD_FAILURE() << "no function " << Name.str();
  return 0;
}

} // namespace asynctidy::test
