//===-- VerifyTest.cpp - Names of packs looked up in code -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/catalog/Verify.h"
#include "TestPack.h"
#include "clang/Frontend/ASTUnit.h"
#include "clang/Tooling/Tooling.h"

namespace asynctidy::catalog {

namespace {

using llvm::StringRef;

constexpr StringRef Library = R"cpp(
extern "C" { int read(int, void *, unsigned long); }
typedef struct Handle Handle;
extern "C" int connect_db(Handle *);
namespace lib {
inline namespace v1 {
struct Base {
  void inherited();
  template <class T> T getAs();
};
struct Client : Base {
  Client(int);
  ~Client();
  void get();
  static void open();
  int field;
  explicit operator bool() const;
  operator Base *() const;
  void operator<<(int);
  void operator()(int);
};
struct Empty {};
struct Declared;
Client &operator>>(Client &, int &);
int operator""_s(unsigned long long);
} // namespace v1
template <class T> struct Mapper : Base { void insert(T); };
template <class T> struct Derived : Mapper<T> { using Mapper<T>::insert; };
template <class> struct Function;
template <class R, class... A> struct Function<R(A...)> { R call(A...); };
using Alias = Derived<int>;
template <class T> using AliasTemplate = Mapper<T>;
using Size = unsigned long;
namespace detail { void hidden_in_detail(); }
using namespace detail;
using v1::Client;
struct Poller { void operator()() const; };
constexpr Poller poll{};
template <class T> constexpr Poller poll_for{};
enum class Mode { Blocking };
enum Old { OldValue };
extern Client client;
void hello();
struct Options { int size; int waited() const; };
struct Extended : Options { int wait; };
struct Pool {
  Pool();
  Pool(int, const Extended &);
  template <class T> Pool(T &&, Options *, T);
  static Pool make(Options, int);
};
template <class T> void pooled(T options);
struct WithFriend { friend void shake(WithFriend); };
} // namespace lib
namespace alias = lib;
)cpp";

/// The AST of Library.
clang::ASTContext &unit() {
  static auto AST = clang::tooling::buildASTFromCodeWithArgs(
      Library, {"-std=c++20", "-w"}, "lib.cpp");
  return AST->getASTContext();
}

/// `line: name: why` of what is missing, without a verify's own choices.
std::string missing(StringRef Body, const Verify &V = {}) {
  auto Storage = goodPack(withHead(Body));
  std::string Lines;
  for (const MissingName &M : verifyPack(Storage->P, V, unit()).Missing)
    Lines += std::to_string(M.Line) + ": " + M.Name + ": " + M.Why + "\n";
  return Lines;
}

std::string missingName(StringRef Name) {
  return missing(("nonblocking:\n  - names: [\"" + Name + "\"]\n").str());
}

std::string missingType(StringRef Name) {
  return missing(("locks:\n  - types: [\"" + Name + "\"]\n").str());
}

TEST(Verify, FindsWhatIsThere) {
  for (const char *Name : {"read",
                           "connect_db",
                           "lib::hello",
                           "lib::v1::Client::get",
                           "alias::hello",
                           "lib::Client::get",
                           "lib::Client::open",
                           "lib::Client::inherited",
                           "lib::Client::getAs",
                           "lib::Client::Client",
                           "lib::Client::~Client",
                           "lib::Empty::Empty",
                           "lib::Client::operator<<",
                           "lib::Client::operator()",
                           "lib::Client::operator bool",
                           "lib::Client::operator lib::Base *",
                           "lib::operator>>",
                           "lib::Mapper::insert",
                           "lib::Derived::insert",
                           "lib::Derived::inherited",
                           "lib::Alias::insert",
                           "lib::AliasTemplate::insert",
                           "lib::Function::call",
                           "lib::poll",
                           "lib::poll_for",
                           "lib::hidden_in_detail",
                           "lib::client",
                           "lib::shake",
                           "lib::Mapper::Mapper",
                           "lib::Function::Function"})
    EXPECT_EQ(missingName(Name), "");
  EXPECT_EQ(missing("nonblocking:\n  - names: [\"lib::operator\\\"\\\"_s\"]\n"),
            "");
}

TEST(Verify, SaysWhatIsNotThere) {
  auto Expect = [](StringRef Name, StringRef Why) {
    EXPECT_EQ(missingName(Name), ("5: " + Name + ": " + Why + "\n").str());
  };
  Expect("reed", "there is no 'reed'");
  Expect("lib::helo", "there is no 'helo' in 'lib'");
  Expect("lob::hello", "there is no namespace or class 'lob'");
  Expect("lib::x::y::hello", "there is no namespace or class 'x' in 'lib'");
  Expect("lib::Client::put", "there is no 'put' in 'lib::Client'");
  Expect("lib::Client", "it is a type; a constructor is called "
                        "'lib::Client::Client'");
  Expect("lib::Mapper", "it is a type; a constructor is called "
                        "'lib::Mapper::Mapper'");
  Expect("lib::Declared::Declared", "'lib::Declared' is only declared");
  Expect("lib::Client::~Klient", "there is no class 'Klient' in "
                                 "'lib::Client'");
  Expect("lib::Client::operator>>", "there is no 'operator>>' in "
                                    "'lib::Client'");
  Expect("lib::Client::operator int", "there is no 'operator int' in "
                                      "'lib::Client'");
  Expect("lib::Alias::Alias", "there is no 'Alias' in 'lib::Alias'");
}

TEST(Verify, LooksTypesUp) {
  for (const char *Name :
       {"Handle", "lib::Client", "lib::Mapper", "lib::Alias",
        "lib::AliasTemplate", "alias::Base", "lib::Declared"})
    EXPECT_EQ(missingType(Name), "") << Name;
  EXPECT_EQ(missingType("lib::Klient"),
            "5: lib::Klient: there is no namespace or class 'Klient' in "
            "'lib'\n");
  EXPECT_EQ(missingType("lib::Size"), "5: lib::Size: it isn't a class\n");
  EXPECT_EQ(missingType("lib::hello"), "5: lib::hello: it isn't a class\n");
  EXPECT_EQ(missingType("lib"), "5: lib: it isn't a class\n");
}

TEST(Verify, LooksMethodsOfAClassUp) {
  EXPECT_EQ(missing("nonblocking:\n"
                    "  - {in: [lib::Client, lib::Derived], names: '*'}\n"),
            "");
  EXPECT_EQ(missing("nonblocking:\n"
                    "  - {in: [lib::Empty, lib::No], names: '*'}\n"),
            "5: lib::Empty: it has no methods\n"
            "5: lib::No: there is no namespace or class 'No' in 'lib'\n");
}

TEST(Verify, LooksConditionsUp) {
  EXPECT_EQ(missing("nonblocking:\n"
                    "  - names: read\n"
                    "    when:\n"
                    "      types: {0: [int, \"const char *\", lib::Client, "
                    "lib::Mode]}\n"
                    "      receiver: lib::Base\n"
                    "      returns: [\"lib::Mapper<int>\", lib::Mapper]\n"
                    "      refers: {0: lib::Mode::Blocking, 1: lib::client, "
                    "2: lib::Old::OldValue, 3: lib::hello}\n"),
            "");
  EXPECT_EQ(
      missing("nonblocking:\n"
              "  - names: read\n"
              "    when:\n"
              "      types: {0: [lib::A, lib::Size]}\n"
              "      not-types: {0: lib::B}\n"
              "      receiver: lib::C\n"
              "      returns: lib::D\n"
              "      not-returns: lib::E\n"
              "      refers: {0: lib::Mode::No, 1: lib::OldValue}\n"),
      "5: lib::C: there is no namespace or class 'C' in 'lib'\n"
      "5: lib::D: there is no namespace or class 'D' in 'lib'\n"
      "5: lib::E: there is no namespace or class 'E' in 'lib'\n"
      "5: lib::A: there is no namespace or class 'A' in 'lib'\n"
      "5: lib::Size: types are compared as 'unsigned long'\n"
      "5: lib::B: there is no namespace or class 'B' in 'lib'\n"
      "5: lib::Mode::No: there is no variable or function 'No' in 'lib::Mode'\n"
      "5: lib::OldValue: there is no variable or function 'OldValue' in "
      "'lib'\n");
}

TEST(Verify, LooksWhatElseIsNamedUp) {
  EXPECT_EQ(missing("blocking:\n"
                    "  - names: read\n"
                    "    category: file\n"
                    "    unless-called: {names: [reddy]}\n"
                    "locks:\n"
                    "  - {names: lib::hello, acquire: true, of: lib::M}\n"
                    "replacements:\n"
                    "  - runtime: x\n"
                    "    category: sleep\n"
                    "    text: f({s})\n"
                    "    needs: {s: lib::S}\n"),
            "5: reddy: there is no 'reddy'\n"
            "9: lib::M: there is no namespace or class 'M' in 'lib'\n"
            "11: lib::S: there is no namespace or class 'S' in 'lib'\n");
}

TEST(Verify, LooksReleasesAndSettersUp) {
  EXPECT_EQ(missing("resources:\n"
                    "  - {types: lib::No, kind: pool, shared: s}\n"
                    "  - {names: connect_db, kind: connection, shared: s, "
                    "released-by: [lib::hello, lib::helo]}\n"
                    "parameters:\n"
                    "  - names: lib::Pool::Pool\n"
                    "    parameter: size\n"
                    "    name: n\n"
                    "    without: w\n"
                    "    setters: [lib::Client::get, lib::Client::put]\n"),
            "5: lib::No: there is no namespace or class 'No' in 'lib'\n"
            "6: lib::helo: there is no 'helo' in 'lib'\n"
            "8: lib::Client::put: there is no 'put' in 'lib::Client'\n");
}

/// What is missing of a member variable of a function's argument.
std::string missingField(StringRef Function, int Argument, StringRef Field) {
  return missing(("parameters:\n  - {in: lib, names: [\"" + Function +
                  "\"], parameter: size, name: n, without: w, argument: " +
                  llvm::Twine(Argument) + ", field: " + Field + "}\n")
                     .str());
}

TEST(Verify, LooksFieldsUp) {
  EXPECT_EQ(missingField("Pool::Pool", 1, "wait"), "");
  EXPECT_EQ(missingField("Pool::Pool", -1, "wait"), "");
  EXPECT_EQ(missingField("Pool::Pool", 1, "size"), "");
  EXPECT_EQ(missingField("Pool::make", 0, "size"), "");
  EXPECT_EQ(missingField("Pool::make", -2, "size"), "");
  EXPECT_EQ(missingField("pooled", 0, "anything"), "");
  auto Expect = [](StringRef Function, int Argument, StringRef Field) {
    EXPECT_EQ(missingField(Function, Argument, Field),
              ("5: lib::" + Function + ": its argument " +
               llvm::Twine(Argument) + " has no member variable '" + Field +
               "'\n")
                  .str());
  };
  Expect("Pool::Pool", 1, "weit");
  Expect("Pool::Pool", 1, "waited");
  Expect("Pool::Pool", 5, "size");
  Expect("Pool::Pool", -4, "size");
  Expect("Pool::make", 0, "wait");
  Expect("Pool::make", 1, "size");
  EXPECT_EQ(missingField("Pool::mak", 0, "size"),
            "5: lib::Pool::mak: there is no 'mak' in 'lib::Pool'\n");
}

TEST(Verify, OnlyNamesUnderAScope) {
  Verify V;
  V.Under = "lib";
  auto Storage = goodPack(withHead("nonblocking:\n"
                                   "  - names: [reed, lib::helo, library::f, "
                                   "lib::hello]\n"));
  Verification Result = verifyPack(Storage->P, V, unit());
  EXPECT_EQ(Result.Checked, 2u);
  ASSERT_EQ(Result.Missing.size(), 1u);
  EXPECT_EQ(Result.Missing[0].Name, "lib::helo");
}

TEST(Verify, EntriesOfOtherVersionsAreLeftOut) {
  Verify V;
  V.Package = "lib-dev";
  StringRef Body = "verify:\n"
                   "  - {package: lib-dev, includes: a.h}\n"
                   "  - {package: other-dev, includes: a.h}\n"
                   "nonblocking:\n"
                   "  - {names: [a], not-in: [lib-dev]}\n"
                   "  - {names: [b], not-in: [other-dev]}\n";
  EXPECT_EQ(missing(Body, V), "9: b: there is no 'b'\n");
}

TEST(Verify, InAUnitOnlySeenScopesCount) {
  auto Storage = goodPack(withHead("nonblocking:\n"
                                   "  - names: [reed, lib::helo, lob::f]\n"));
  auto Names = [&](bool OnlySeen) {
    std::string Text;
    for (const MissingName &M :
         verifyInUnit(Storage->P, unit(), OnlySeen).Missing)
      Text += M.Name + " ";
    return Text;
  };
  EXPECT_EQ(Names(true), "lib::helo ");
  EXPECT_EQ(Names(false), "reed lib::helo lob::f ");
}

} // namespace
} // namespace asynctidy::catalog
