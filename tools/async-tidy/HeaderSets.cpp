//===-- HeaderSets.cpp - Which units share which headers ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/async-tidy/HeaderSets.h"
#include "lib/frontend/Invocation.h"
#include "lib/runner/Arguments.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"

namespace asynctidy {
using frontend::ParseMode;
using frontend::SharedHeaders;

namespace {

/// Fewer bytes of headers are lexed as fast as a set is read.
constexpr uint64_t WorthSharing = 1 << 20;

/// How many units show what all the others take long for, too.
constexpr size_t EnoughUnits = 16;

/// What \c HeaderSets::make writes before the set or the problem.
constexpr char Made = 'S', NotMade = 'E';

} // namespace

HeaderSets::~HeaderSets() {
  for (const std::string &File : Making)
    Cache.discard(File);
}

HeaderSets::Group *HeaderSets::add(const UnitJob &Job) {
  if (Options.Folder.empty())
    return nullptr;
  std::vector<std::string> Command =
      runner::parsingCommand(Job.Unit.CommandLine, Job.Unit.File);
  // The file, which is the last.
  Command.back() = Job.Unit.Directory;
  Group *&Known = ByCommand[runner::unitKey(Command)];
  if (!Known) {
    clang::IgnoringDiagConsumer Ignored;
    auto Invocation = frontend::makeInvocation(
        Job.Unit, llvm::vfs::createPhysicalFileSystem(), Ignored);
    if (!Invocation)
      return nullptr; // the parse itself says why
    std::string Key = runner::unitKey(std::vector<std::string>{
        runner::buildId(), External.root(), External.buildFolder(),
        frontend::optionsKey(*Invocation, Job.Unit.Directory)});
    Group *&Same = ByKey[Key];
    if (!Same) {
      Same = &Groups.emplace_back();
      Same->Key = std::move(Key);
      Same->Sample = Job.Unit;
    }
    Known = Same;
  }
  Known->Units.push_back(&Job);
  return Known;
}

bool HeaderSets::isCurrent(const SharedHeaders &Set) const {
  llvm::Expected<runner::Inputs> Inputs =
      runner::Inputs::decode(Set.Inputs, External.root());
  if (Inputs)
    return Checker.current(*Inputs);
  llvm::consumeError(Inputs.takeError());
  return false;
}

void HeaderSets::choose() {
  for (Group &G : Groups) {
    std::optional<SharedHeaders> Found = Cache.find(G.Key);
    bool IsCurrent = Found && isCurrent(*Found);
    if (pays(G, IsCurrent ? &*Found : nullptr)) {
      frontend::SharedRequest &Request = G.Wanted.emplace();
      for (const UnitJob *Job : G.Units) {
        Request.Units.push_back(Job->Unit);
        Request.Headers.push_back(Job->Last.Headers);
      }
      // Other units may need them.
      if (Found)
        Request.Kept = Found->Headers;
      if (IsCurrent)
        Request.Unusable = Found->Unusable;
      G.Now = Group::ToMake;
    } else if (IsCurrent && !Found->Headers.empty()) {
      G.Set = std::make_shared<SharedHeaders>(std::move(*Found));
    }
  }
}

/// Making a set takes as long as parsing all that is in it once. So it pays
/// when units parse more than that without it: at least two that need the same,
/// or one that is parsed again and again.
bool HeaderSets::pays(const Group &G, const SharedHeaders *Present) const {
  if (!Present)
    return G.Units.size() > 1 ||
           G.Units.front()->Last.LiveBytes >= WorthSharing;
  uint64_t Live = 0;
  for (const UnitJob *Job : G.Units)
    if (llvm::any_of(Job->Last.Headers, [&](const std::string &Header) {
          return !Present->knows(Header);
        }))
      Live += Job->Last.LiveBytes;
  return Live >= std::max(Present->Bytes, WorthSharing);
}

HeaderSets::Group *HeaderSets::nextToMake() {
  auto Next = llvm::find_if(
      Groups, [](const Group &G) { return G.Now == Group::ToMake; });
  return Next == Groups.end() ? nullptr : &*Next;
}

std::string HeaderSets::begin(Group &G) {
  llvm::Expected<std::string> File = Cache.newFile();
  if (!File) {
    fail(llvm::toString(File.takeError()));
    G.Now = Group::Ready;
    return "";
  }
  G.Now = Group::BeingMade;
  Making.insert(*File);
  return *File;
}

void HeaderSets::make(const Group &G, const std::string &File,
                      llvm::raw_ostream &OS) const {
  llvm::Expected<SharedHeaders> Set =
      frontend::buildShared(*G.Wanted, External, File);
  if (Set)
    OS << Made << Set->encode();
  else
    OS << NotMade << llvm::toString(Set.takeError());
}

void HeaderSets::end(Group &G, const std::string &File,
                     const runner::Outcome &Done) {
  G.Now = Group::Ready;
  Making.erase(File);
  llvm::StringRef Output = Done.Output;
  std::optional<SharedHeaders> Set;
  std::string Problem = Done.Problem;
  if (Problem.empty() && Output.consume_front(llvm::StringRef(&Made, 1)))
    Set = SharedHeaders::decode(Output);
  if (Set) {
    Set->Precompiled = File;
    std::ignore = llvm::sys::fs::file_size(File, Set->PrecompiledSize);
    if (llvm::Error Lost = Cache.keep(G.Key, *Set)) {
      Problem = llvm::toString(std::move(Lost));
      Set.reset();
    }
  } else if (Problem.empty()) {
    Problem = Output.drop_front(!Output.empty()).str();
  }
  if (!Set) {
    Cache.discard(File);
    fail(Problem);
  } else if (!Set->Headers.empty()) {
    G.Set = std::make_shared<SharedHeaders>(std::move(*Set));
  }
}

/// Every group would fail for the same reason: one word is enough.
void HeaderSets::fail(const std::string &Problem) {
  if (!std::exchange(Failed, true))
    llvm::errs() << "async-tidy: warning: the libraries' headers can't be "
                    "shared between units: "
                 << Problem << "; each unit parses them, which takes longer\n";
}

void HeaderSets::learn(Group &G, std::vector<std::string> Types) {
  ++G.LearntFrom;
  for (std::string &T : Types)
    if (!llvm::is_contained(G.Types, T))
      G.Types.push_back(std::move(T));
}

HeaderSets::Group *HeaderSets::nextForTypes(bool IsEnd) {
  auto Next = llvm::find_if(Groups, [&](const Group &G) {
    return G.Set && !G.Set->TypesTried && !G.AddingTypes && !G.Types.empty() &&
           (IsEnd ||
            G.LearntFrom >= std::min(EnoughUnits, G.Units.size() * 3 / 4));
  });
  return Next == Groups.end() ? nullptr : &*Next;
}

std::string HeaderSets::beginTypes(Group &G) {
  G.AddingTypes = true;
  llvm::Expected<std::string> File = Cache.newFile();
  if (File) {
    Making.insert(*File);
    return *File;
  }
  fail(llvm::toString(File.takeError()));
  return "";
}

void HeaderSets::makeTypes(const Group &G, const std::string &File,
                           llvm::raw_ostream &OS) const {
  SharedHeaders Set = *G.Set;
  Set.TypesTried = true;
  // Without them the set is as good as before.
  llvm::consumeError(frontend::addTypes(Set, G.Types, G.Sample, File));
  OS << Set.encode();
}

void HeaderSets::endTypes(Group &G, const std::string &File,
                          const runner::Outcome &Done) {
  Making.erase(File);
  std::optional<SharedHeaders> Set;
  if (Done.Problem.empty())
    Set = SharedHeaders::decode(Done.Output);
  if (!Set) {
    // Not tried again: it would end in the same way.
    Set = *G.Set;
    Set->TypesTried = true;
  }
  Set->Precompiled = G.Set->Precompiled;
  if (Set->PrecompiledTypes.empty())
    Cache.discard(File);
  else
    Set->PrecompiledTypes = File;
  if (llvm::Error Lost = Cache.keep(G.Key, *Set)) {
    fail(llvm::toString(std::move(Lost)));
    Cache.discard(File);
    return;
  }
  G.Set = std::make_shared<SharedHeaders>(std::move(*Set));
}

void HeaderSets::assign(const Group &G, UnitJob &Job) const {
  Job.Set = G.Set;
  bool IsMisfit = G.Set && Job.Last.Set == G.Set->Precompiled &&
                  Job.Last.Mode == ParseMode::Alone;
  Job.Mode = G.Set && !IsMisfit ? ParseMode::Shared : ParseMode::Alone;
}

void HeaderSets::prune() const {
  if (!Options.Folder.empty())
    Cache.prune(Options.Limit);
}

} // namespace asynctidy
