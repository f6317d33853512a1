//===-- LinkBench.cpp - What the link of a large program costs ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Makes up the facts of a program, always the same, and measures what a run
/// does with them: from the store to the findings. Every size is written by one
/// process and linked by another, so that the peak of memory is that size's
/// own.
///
/// The shapes other than `service` are what the link might handle badly: none
/// of them may take more time a call when it gets larger.
///
//===----------------------------------------------------------------------===//

#include "lib/program/LoopBlocks.h"
#include "lib/program/Store.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include <array>
#include <chrono>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace cl = llvm::cl;

using namespace asynctidy::program;
using asynctidy::catalog::Category;
using asynctidy::catalog::Context;
using asynctidy::catalog::Level;

namespace {

enum class Shape {
  Service,
  Star,
  Slot,
  Invokers,
  Reasons,
  Chain,
  Chains,
  Recursion,
  Interface,
  Names,
};

cl::OptionCategory Options("Options");
cl::list<unsigned> Sizes("calls", cl::CommaSeparated, cl::value_desc("N,..."),
                         cl::desc("Sizes; 10000,50000,200000,1000000 when "
                                  "left out"),
                         cl::cat(Options));
cl::opt<Shape> What(
    "shape", cl::desc("What the program is like"), cl::init(Shape::Service),
    cl::values(clEnumValN(Shape::Service, "service",
                          "a bit of everything, as in a large service"),
               clEnumValN(Shape::Star, "star", "everything calls one function"),
               clEnumValN(Shape::Slot, "slot",
                          "one parameter gets all callables"),
               clEnumValN(Shape::Invokers, "invokers",
                          "everything invokes one member"),
               clEnumValN(Shape::Reasons, "reasons",
                          "one parameter with many callables and reasons"),
               clEnumValN(Shape::Chain, "chain", "one chain of calls"),
               clEnumValN(Shape::Chains, "chains",
                          "a chain that many coroutines call"),
               clEnumValN(Shape::Recursion, "recursion",
                          "everything calls everything"),
               clEnumValN(Shape::Interface, "interface",
                          "one interface, overridden and called everywhere"),
               clEnumValN(Shape::Names, "names",
                          "one name, defined and declared everywhere")),
    cl::cat(Options));
cl::opt<bool> NoStore("no-store", cl::desc("Link without a store in between"),
                      cl::cat(Options));
cl::opt<double> MaxSeconds("max-seconds", cl::init(0),
                           cl::desc("Fail when a size takes longer"),
                           cl::cat(Options));
cl::opt<double> MaxMegabytes("max-mb", cl::init(0),
                             cl::desc("Fail when a size takes more memory"),
                             cl::cat(Options));

//===----------------------------------------------------------------------===//
// The program
//===----------------------------------------------------------------------===//

/// SplitMix64: the same numbers with every standard library.
class Random {
public:
  explicit Random(uint64_t Seed) : State(Seed * 0x9E3779B97F4A7C15) {}

  uint32_t below(uint32_t N) { return next() % N; }
  bool perMille(uint32_t Share) { return below(1000) < Share; }

private:
  uint64_t next() {
    uint64_t Z = State += 0x9E3779B97F4A7C15;
    Z = (Z ^ (Z >> 30)) * 0xBF58476D1CE4E5B9;
    Z = (Z ^ (Z >> 27)) * 0x94D049BB133111EB;
    return Z ^ (Z >> 31);
  }

  uint64_t State;
};

constexpr uint32_t PerUnit = 200;
constexpr uint32_t CallsEach = 5;

/// The numbers of a unit's functions, and of what else its header declares.
enum : uint32_t {
  FirstOverrider = 170, ///< of the methods of the group's interface
  AnyOverrider = 173,   ///< of the one method that a hundred units override
  FirstOfHeader = 180,
  Wrapper = 196,  ///< calls its parameter
  Keeper = 197,   ///< puts its parameter into the member
  Dispatch = 198, ///< calls the member
  Member = 200,
  FirstMethod = 201,
  NumMethods = 3,
  AnyMethod = 204,
};

/// A function of the program.
struct Id {
  uint32_t Unit;
  uint32_t Number;
};

/// The facts of one unit. Functions of a header are the same from each.
class UnitMaker {
public:
  explicit UnitMaker(uint32_t Unit) : Unit(Unit) {
    Facts.Unit = sourceName(Unit);
    file(Facts.Unit);
  }

  /// A unit of a service.
  UnitFacts service();
  /// One of \p NumUnits units of another shape.
  UnitFacts of(Shape S, uint32_t NumUnits);

private:
  static bool isInChain(uint32_t Unit) { return Unit % 25 >= 23; }
  static bool isHeader(Id F) { return F.Number >= FirstOfHeader; }
  static bool isCoroutine(Id F);
  static bool isLambda(Id F);
  /// The units whose headers this one includes, besides its own.
  static std::array<uint32_t, 3> included(uint32_t Unit);

  static std::string stem(uint32_t Unit);
  static std::string sourceName(uint32_t Unit) {
    return "src/" + stem(Unit) + ".cpp";
  }
  static std::string headerName(uint32_t Unit) {
    return "include/orders/" + stem(Unit) + ".h";
  }
  static std::string className(uint32_t Unit);
  static std::string functionName(Id F);
  static std::string usr(Id F);

  FileIndex file(const std::string &Name);
  FileIndex fileOf(Id F) {
    return file(isHeader(F) ? headerName(F.Unit) : sourceName(F.Unit));
  }
  Place place(Id F, uint32_t Line = 0) {
    return {fileOf(F), F.Number * 24 + 7 + Line, 3 + Line % 5 * 8};
  }
  SymbolIndex symbol(Id F, bool Defined = false);

  FunctionFact &add(Id F, bool Coroutine = false);
  void call(FunctionFact &From, Id In, Id To, bool Virtual = false);
  void block(FunctionFact &In, Id F, Random &R);
  void onLoop(Id F, ReasonFact::Kind Why, bool ByType);
  void contentOnLoop(Slot S, Id Of, uint32_t Line);
  void handOver(Id By, Slot To, Id Lambda);
  void invoke(Id By, Slot S) {
    Facts.Invocations.push_back({S, symbol(By), place(By, 4), false});
  }

  void source(Id F);
  void header(Id F);
  void part(Shape S, Id F, uint32_t Index, uint32_t N);
  void callables(uint32_t Dependency);
  Id callee(Id F, Random &R, bool &Virtual);

  const uint32_t Unit;
  UnitFacts Facts;
  llvm::StringMap<FileIndex> Files;
  llvm::DenseMap<std::pair<uint32_t, uint32_t>, SymbolIndex> Symbols;
};

bool UnitMaker::isCoroutine(Id F) {
  if (isInChain(F.Unit))
    return F.Unit % 25 == 23 && F.Number == 0;
  return !isHeader(F) && F.Number % 50 == 10;
}

bool UnitMaker::isLambda(Id F) {
  return !isHeader(F) && !isInChain(F.Unit) && F.Number % 50 == 31;
}

std::array<uint32_t, 3> UnitMaker::included(uint32_t Unit) {
  uint32_t Near = Random(Unit + 77).below(std::min(Unit, 40U) + 1);
  return {0, Unit / 8 * 8, Unit - Near};
}

constexpr const char *Folders[] = {"billing",   "catalog", "checkout", "common",
                                   "customers", "http",    "inventory"};
constexpr const char *Nouns[] = {"Order",   "Invoice",  "Customer", "Session",
                                 "Payment", "Shipment", "Account",  "Product",
                                 "Voucher", "Address"};
constexpr const char *Verbs[] = {
    "find",   "load",  "store", "update", "remove", "validate", "serialize",
    "parse",  "fetch", "send",  "cancel", "notify", "compute",  "lookup",
    "render", "merge", "check", "count",  "begin",  "finish"};
constexpr const char *Parameters[] = {
    "#", "#&1$@N@std@N@__cxx11@S@basic_string>#C#$@N@std@S@char_traits>#C#",
    "#&1$@N@shop@N@orders@S@RequestContext#I#",
    "#$@N@std@S@shared_ptr>#$@N@shop@N@database@S@Connection#1"};

std::string UnitMaker::stem(uint32_t Unit) {
  return (llvm::Twine(Folders[Unit % std::size(Folders)]) + "/" +
          llvm::StringRef(Nouns[Unit % std::size(Nouns)]).lower() +
          "_repository_" + llvm::Twine(Unit))
      .str();
}

std::string UnitMaker::className(uint32_t Unit) {
  return (llvm::Twine(Nouns[Unit % std::size(Nouns)]) + "Repository" +
          llvm::Twine(Unit))
      .str();
}

std::string UnitMaker::functionName(Id F) {
  if (isLambda(F))
    return "lambda";
  if (F.Number == Member)
    return className(F.Unit) + "::handlers_";
  return className(F.Unit) + "::" + Verbs[F.Number % std::size(Verbs)] +
         Nouns[F.Number / std::size(Verbs) % std::size(Nouns)];
}

std::string UnitMaker::usr(Id F) {
  std::string Class =
      (llvm::Twine("c:@N@shop@N@") + Folders[F.Unit % std::size(Folders)] +
       "@S@" + className(F.Unit))
          .str();
  if (F.Number == Member)
    return Class + "@FI@handlers_";
  std::string Result = Class + (F.Number > Member ? "Interface@F@" : "@F@") +
                       Verbs[F.Number % std::size(Verbs)] +
                       Nouns[F.Number / std::size(Verbs) % std::size(Nouns)] +
                       Parameters[F.Number % std::size(Parameters)];
  if (isLambda(F))
    Result += ("@Sa@F@operator()#1@" + sourceName(F.Unit) + ":" +
               llvm::Twine(F.Number * 24 + 7) + ":3")
                  .str();
  return Result;
}

FileIndex UnitMaker::file(const std::string &Name) {
  auto [It, New] = Files.try_emplace(Name, Facts.Files.size());
  if (New)
    Facts.Files.push_back(Name);
  return It->second;
}

SymbolIndex UnitMaker::symbol(Id F, bool Defined) {
  auto [It, New] =
      Symbols.try_emplace({F.Unit, F.Number}, Facts.Symbols.size());
  if (New) {
    auto &Entry = Facts.Symbols.emplace_back();
    Entry.Usr = usr(F);
    Entry.DeclaredIn =
        file(isLambda(F) ? sourceName(F.Unit) : headerName(F.Unit));
    Entry.Name = functionName(F);
    if (F.Number % 40 == 7) {
      Entry.Free = true;
      Entry.AlsoDeclaredIn = {file("include/orders/forward.h")};
    }
  }
  Facts.Symbols[It->second].Defined |= Defined;
  return It->second;
}

FunctionFact &UnitMaker::add(Id F, bool Coroutine) {
  FunctionFact Fact;
  Fact.Symbol = symbol(F, /*Defined=*/true);
  Fact.At = place(F);
  Fact.Coroutine = Coroutine;
  Fact.RunsInCaller = !Coroutine;
  if (Coroutine) {
    Fact.Objects.push_back({"executor:asio::any_io_executor", "executor_."});
    onLoop(F, ReasonFact::Coroutine, /*ByType=*/true);
  }
  Facts.Functions.push_back(std::move(Fact));
  return Facts.Functions.back();
}

void UnitMaker::call(FunctionFact &From, Id In, Id To, bool Virtual) {
  CallFact Call;
  Call.Callee = symbol(To);
  Call.At = place(In, 1 + From.Calls.size());
  Call.Virtual = Virtual;
  Call.Awaited = isCoroutine(To);
  From.Calls.push_back(Call);
}

void UnitMaker::block(FunctionFact &In, Id F, Random &R) {
  static constexpr const char *Names[] = {"sleep_for", "session::once",
                                          "basic_ifstream", "getaddrinfo"};
  BlockFact Block;
  Block.Cat = Category(R.below(8));
  Block.Name = Names[R.below(4)];
  Block.At = place(F, 20);
  if (R.below(5) == 0) {
    Block.Lvl = Level::Strict;
    Block.Why = "the disk is mostly fast enough";
  }
  Block.Offset = F.Number * 700;
  Block.Length = 40;
  Block.Arguments = {"std::chrono::milliseconds(100)"};
  In.Blocks.push_back(std::move(Block));
}

void UnitMaker::onLoop(Id F, ReasonFact::Kind Why, bool ByType) {
  PlacementFact Fact;
  Fact.Function = symbol(F);
  Fact.Why.Why = Why;
  Fact.Why.At = place(F);
  Fact.Why.Runtime = "asio";
  if (Why == ReasonFact::HandedOver) {
    Fact.Why.Runtime = "drogon";
    Fact.Why.Via = "HttpAppFramework::registerHandler";
  }
  Fact.ByType = ByType;
  Facts.Placements.push_back(std::move(Fact));
}

void UnitMaker::contentOnLoop(Slot S, Id Of, uint32_t Line) {
  PlacementFact Fact;
  Fact.Content = S;
  Fact.Why.Why = ReasonFact::HandedOver;
  Fact.Why.At = place(Of, Line);
  Fact.Why.Via = "post";
  Fact.Why.Runtime = "asio";
  Facts.Placements.push_back(std::move(Fact));
}

void UnitMaker::handOver(Id By, Slot To, Id Lambda) {
  HandOverFact Fact;
  Fact.By = symbol(By);
  Fact.To = To;
  Fact.Functions.push_back(symbol(Lambda));
  Fact.At = place(By, 22);
  Facts.HandOvers.push_back(std::move(Fact));
}

Id UnitMaker::callee(Id F, Random &R, bool &Virtual) {
  auto [Common, Base, Near] = included(F.Unit);
  Virtual = R.perMille(30);
  if (Virtual)
    return R.below(20) == 0 ? Id{F.Unit / 100 * 100, AnyMethod}
                            : Id{Near / 8 * 8, FirstMethod + R.below(3)};
  uint32_t Which = R.below(100);
  if (Which < 2)
    return {F.Unit, R.below(F.Number + 1)};
  if (Which < 20)
    return {Near, R.below(FirstOfHeader)};
  if (Which < 30)
    return {Which < 25 ? Common : Base, FirstOfHeader + R.below(16)};
  return {F.Unit, F.Number + R.below(FirstOfHeader - F.Number)};
}

/// A function of the unit's source.
void UnitMaker::source(Id F) {
  Random R(F.Unit * uint64_t(PerUnit) + F.Number);
  FunctionFact &Fact = add(F, isCoroutine(F));
  if (isInChain(F.Unit)) {
    bool AtEnd = F.Number == FirstOfHeader - 1;
    for (unsigned I = 0; I < CallsEach - 1; ++I)
      call(Fact, F, {0, FirstOfHeader + R.below(16)});
    if (!AtEnd)
      call(Fact, F, {F.Unit, F.Number + 1});
    else if (F.Unit % 25 == 23)
      call(Fact, F, {F.Unit + 1, 0});
    else
      block(Fact, F, R);
    return;
  }
  if (F.Number >= FirstOverrider && F.Number < FirstOverrider + NumMethods)
    Fact.Overrides = {
        symbol({F.Unit / 8 * 8, FirstMethod + F.Number - FirstOverrider})};
  if (F.Number == AnyOverrider)
    Fact.Overrides = {symbol({F.Unit / 100 * 100, AnyMethod})};
  if (R.perMille(12))
    block(Fact, F, R);
  uint32_t NumCalls = R.below(10) < 4 ? 0 : 4 + R.below(11);
  for (uint32_t I = 0; I < NumCalls; ++I) {
    bool Virtual;
    Id To = callee(F, R, Virtual);
    call(Fact, F, To, Virtual);
    CallFact &Call = Fact.Calls.back();
    Call.Offloaded = R.perMille(10);
    Call.Spawned = Call.Awaited && R.below(4) == 0;
    Call.Once = R.perMille(3);
  }
  if (isCoroutine(F))
    call(Fact, F, {F.Unit, Dispatch});
  if (R.perMille(3)) {
    onLoop(F, ReasonFact::HandedOver, /*ByType=*/false);
    Facts.Placements.back().Where = Context::Offload;
  }
}

/// A function of a header, as every unit that includes it sees it.
void UnitMaker::header(Id F) {
  Random R(F.Unit * uint64_t(PerUnit) + F.Number);
  FunctionFact &Fact = add(F);
  for (uint32_t I = R.below(7); I > 0; --I)
    call(Fact, F, {R.below(2) ? F.Unit : 0, FirstOfHeader + R.below(16)});
  Slot Held = {symbol({F.Unit, Member}), None};
  Slot Own = {symbol(F), 0};
  switch (F.Number) {
  case Wrapper:
    invoke(F, Own);
    if (F.Unit % 2)
      contentOnLoop(Own, F, 5);
    break;
  case Keeper: {
    HandOverFact Kept;
    Kept.By = symbol(F);
    Kept.To = Held;
    Kept.Slots.push_back(Own);
    Kept.At = place(F, 4);
    Facts.HandOvers.push_back(std::move(Kept));
    break;
  }
  case Dispatch:
    invoke(F, Held);
    break;
  }
}

/// Whom the unit's lambdas are given to: a runtime, wrappers, a member.
void UnitMaker::callables(uint32_t Dependency) {
  for (uint32_t K = 31; K < FirstOfHeader; K += 50) {
    Id Lambda = {Unit, K}, By = {Unit, K - 1};
    if (K == 81)
      handOver(By, {symbol({Unit, Member}), None}, Lambda);
    else if (K == 131)
      handOver(By,
               {symbol({Dependency, Unit % 2 ? uint32_t(Wrapper) : Keeper}), 0},
               Lambda);
    else
      onLoop(Lambda, ReasonFact::HandedOver, /*ByType=*/false);
  }
}

UnitFacts UnitMaker::service() {
  for (uint32_t K = 0; K < FirstOfHeader; ++K)
    source({Unit, K});
  auto Headers = included(Unit);
  llvm::SmallVector<uint32_t> Seen = {Unit};
  for (uint32_t Other : Headers)
    if (!llvm::is_contained(Seen, Other))
      Seen.push_back(Other);
  for (uint32_t Other : Seen)
    for (uint32_t K = FirstOfHeader; K < PerUnit; ++K)
      header({Other, K});
  if (!isInChain(Unit))
    callables(Headers[2]);
  return std::move(Facts);
}

/// Gives \p F, the function \p Index of \p N, its part in \p S.
void UnitMaker::part(Shape S, Id F, uint32_t Index, uint32_t N) {
  constexpr Id First = {0, 0};
  const Slot Parameter = {symbol({0, Wrapper}), 0};
  auto At = [](uint32_t I) { return Id{I / PerUnit, I % PerUnit}; };
  Random R(Index);
  bool IsLast = Index + 1 == N;
  bool Starts = S == Shape::Chain ? Index == 0 : Index % 50 == 10;
  // Where there are two sides, every other unit is on each.
  bool Gives = F.Unit % 2 == 1;
  FunctionFact &Fact = add(F, Starts && !(Gives && S == Shape::Interface));
  bool Blocks = Index % 100 == 99;
  switch (S) {
  case Shape::Service:
    llvm_unreachable("has functions of its own");
  case Shape::Star:
    for (unsigned I = 0; I < CallsEach; ++I)
      call(Fact, F, First);
    Blocks = Index == 0;
    break;
  case Shape::Slot:
    handOver(F, Parameter, At(Index + 1));
    break;
  case Shape::Invokers:
    invoke(F, {symbol({0, Member}), None});
    break;
  case Shape::Reasons:
    handOver(F, Parameter, At(Index + 1));
    break;
  case Shape::Chain:
    if (!IsLast)
      call(Fact, F, At(Index + 1));
    Blocks = IsLast;
    break;
  case Shape::Chains:
    // The coroutines call its first function and are no part of it.
    if (Starts)
      call(Fact, F, First);
    else if (!IsLast)
      call(Fact, F, At(Index + 1 + ((Index + 1) % 50 == 10)));
    Blocks = IsLast;
    break;
  case Shape::Recursion:
    for (unsigned I = 0; I < CallsEach; ++I)
      call(Fact, F, At(R.below(N)));
    break;
  case Shape::Interface:
    if (Gives)
      Fact.Overrides = {symbol({0, AnyMethod})};
    else
      call(Fact, F, {0, AnyMethod}, /*Virtual=*/true);
    Blocks = Gives;
    break;
  case Shape::Names:
    if (!Gives)
      call(Fact, F, {F.Unit, AnyMethod});
    break;
  }
  if (Blocks)
    block(Fact, F, R);
}

UnitFacts UnitMaker::of(Shape S, uint32_t NumUnits) {
  for (uint32_t K = 0; K < PerUnit; ++K)
    part(S, {Unit, K}, Unit * PerUnit + K, NumUnits * PerUnit);
  if (S == Shape::Names) {
    // Every source declares it for itself, every other one defines it.
    Id Named = {Unit, AnyMethod};
    if (Unit % 2 == 1) {
      Random R(Unit);
      block(add(Named), Named, R);
    }
    auto &Declared = Facts.Symbols[symbol(Named)];
    Declared.Usr = "c:@F@usage#";
    Declared.DeclaredIn = file(Facts.Unit);
    Declared.Free = true;
  }
  if (Unit == 0 && (S == Shape::Slot || S == Shape::Reasons)) {
    Slot Parameter = {symbol({0, Wrapper}), 0};
    invoke({0, Wrapper}, Parameter);
    contentOnLoop(Parameter, {0, 0}, 0);
  }
  if (S == Shape::Reasons) {
    // Files in the order of units, their names the other way round: each
    // reason is better than those before it.
    contentOnLoop({symbol({0, Wrapper}), 0}, {0, 0}, 0);
    Facts.Placements.back().Why.At.File =
        file("src/" + std::to_string(1'000'000 - Unit) + ".cpp");
  }
  return std::move(Facts);
}

UnitFacts makeUnit(uint32_t Unit, uint32_t NumUnits) {
  UnitMaker Maker(Unit);
  return What == Shape::Service ? Maker.service() : Maker.of(What, NumUnits);
}

//===----------------------------------------------------------------------===//
// The measurement
//===----------------------------------------------------------------------===//

class Stopwatch {
public:
  /// Seconds since the last lap.
  double lap() {
    auto Now = Clock::now();
    std::chrono::duration<double> Passed = Now - std::exchange(Last, Now);
    return Passed.count();
  }

private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point Last = Clock::now();
};

/// What a process tells its parent, as it is in memory.
struct Sample {
  uint64_t Calls = 0, Functions = 0, Findings = 0;
  double Write = 0, Read = 0, Add = 0, Finish = 0, Place = 0, Find = 0;
  double Megabytes = 0;

  double total() const { return Read + Add + Finish + Place + Find; }
};

[[noreturn]] void fail(const llvm::Twine &Message) {
  llvm::errs() << "async-tidy-link-bench: " << Message << '\n';
  // No destructors: a child shares them with its parent.
  _exit(2);
}
void failOn(llvm::Error E) {
  if (E)
    fail(llvm::toString(std::move(E)));
}

void write(llvm::StringRef Path, uint32_t NumUnits, Sample &Result) {
  std::string Word;
  auto To = Store::open(Path, Word);
  failOn(To ? llvm::Error::success() : To.takeError());
  for (uint32_t U = 0; U < NumUnits; ++U) {
    UnitFacts Facts = makeUnit(U, NumUnits);
    UnitRecord Record;
    Record.Unit = Facts.Unit;
    Stopwatch Watch;
    failOn(To->replace(Facts, Record));
    Result.Write += Watch.lap();
  }
}

/// What FactCollection::link and the checks do.
void link(llvm::StringRef Path, uint32_t NumUnits, Sample &Result) {
  Program P;
  Stopwatch Watch;
  auto Add = [&](UnitFacts Facts) {
    Result.Read += Watch.lap();
    P.add(Facts);
    Result.Add += Watch.lap();
  };
  if (Path.empty()) {
    for (uint32_t U = 0; U < NumUnits; ++U) {
      UnitFacts Facts = makeUnit(U, NumUnits);
      Watch.lap(); // isn't the link's
      Add(std::move(Facts));
    }
  } else {
    auto From = Store::openReadOnly(Path);
    failOn(From ? From->forEachUnit(Add) : From.takeError());
  }
  Result.Read += Watch.lap();
  P.finish();
  Result.Finish = Watch.lap();
  Placements Where(P);
  Result.Place = Watch.lap();
  BlockingFilter Filter;
  Filter.Strict = true; // takes the most
  Result.Findings = findLoopBlocks(P, Where, Filter).size();
  Result.Find = Watch.lap();
  Result.Functions = P.functions().size();
  for (const Program::Function &F : P.functions())
    Result.Calls += F.NumCalls;
}

/// Runs \p Body in a process of its own.
template <typename Fn> Sample inChild(Fn Body) {
  int Pipe[2];
  if (pipe(Pipe) != 0)
    fail("no pipe");
  pid_t Child = fork();
  if (Child == 0) {
    Sample Result;
    Body(Result);
    bool Said = ::write(Pipe[1], &Result, sizeof(Result)) == sizeof(Result);
    _exit(Said ? 0 : 2);
  }
  close(Pipe[1]);
  Sample Result;
  bool Said = read(Pipe[0], &Result, sizeof(Result)) == sizeof(Result);
  close(Pipe[0]);
  rusage Usage;
  int Status;
  if (wait4(Child, &Status, 0, &Usage) != Child || Status != 0 || !Said)
    fail("a process ended early");
  Result.Megabytes = Usage.ru_maxrss / 1024.0;
  return Result;
}

Sample measure(uint32_t NumUnits) {
  if (NoStore)
    return inChild([&](Sample &Result) { link("", NumUnits, Result); });
  llvm::SmallString<128> Folder;
  if (llvm::sys::fs::createUniqueDirectory("async-tidy-link", Folder))
    fail("no temporary folder");
  std::string Path = (Folder + "/facts.db").str();
  Sample Written =
      inChild([&](Sample &Result) { write(Path, NumUnits, Result); });
  Sample Linked =
      inChild([&](Sample &Result) { link(Path, NumUnits, Result); });
  Linked.Write = Written.Write;
  llvm::sys::fs::remove_directories(Folder);
  return Linked;
}

} // namespace

int main(int argc, char **argv) {
  cl::HideUnrelatedOptions(Options);
  cl::ParseCommandLineOptions(argc, argv, "What the link of a program costs\n");
  std::vector<unsigned> Calls(Sizes.begin(), Sizes.end());
  if (Calls.empty())
    Calls = {10'000, 50'000, 200'000, 1'000'000};
  llvm::outs() << "    calls functions  units findings    write     read      "
                  "add   finish    place     find    total      MB  us/call\n";
  bool TooMuch = false;
  for (unsigned N : Calls) {
    uint32_t NumUnits = std::max(N / CallsEach / PerUnit, 1U);
    Sample S = measure(NumUnits);
    llvm::outs() << llvm::format("%9llu %9llu %6u %8llu", S.Calls, S.Functions,
                                 NumUnits, S.Findings);
    for (double Seconds :
         {S.Write, S.Read, S.Add, S.Finish, S.Place, S.Find, S.total()})
      llvm::outs() << llvm::format(" %6.3f s", Seconds);
    llvm::outs() << llvm::format(" %7.1f %8.2f\n", S.Megabytes,
                                 1e6 * S.total() / N);
    llvm::outs().flush();
    TooMuch |= MaxSeconds > 0 && S.total() > MaxSeconds;
    TooMuch |= MaxMegabytes > 0 && S.Megabytes > MaxMegabytes;
  }
  if (!TooMuch)
    return 0;
  llvm::errs() << llvm::format("more than %g s or %g MB\n", double(MaxSeconds),
                               double(MaxMegabytes));
  return 1;
}
