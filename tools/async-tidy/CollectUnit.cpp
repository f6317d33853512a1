//===-- CollectUnit.cpp - A unit's facts into the store -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/async-tidy/CollectUnit.h"
#include "lib/effects/UnitModel.h"
#include "lib/program/Analysis.h"
#include "lib/program/Extract.h"
#include "lib/program/Store.h"
#include "lib/runner/Bytes.h"
#include "llvm/Support/Base64.h"
#include "llvm/Support/JSON.h"
#include <chrono>

namespace asynctidy {
namespace json = llvm::json;
using frontend::ParseMode;
using llvm::StringRef;

namespace {

/// Of \c UnitOutcome: no other mode.
constexpr uint64_t NoMode = 3;

llvm::Error store(const program::UnitFacts &Facts,
                  const program::UnitRecord &Record,
                  const std::string &StoreFile) {
  std::string Word;
  llvm::Expected<program::Store> Store = program::Store::open(StoreFile, Word);
  return Store ? Store->replace(Facts, Record) : Store.takeError();
}

unsigned countFindings(const program::UnitFacts &Facts) {
  auto P = std::make_unique<program::Program>();
  P->add(Facts);
  return program::Analysis(std::move(P)).loopBlocks({}).size();
}

} // namespace

std::string ParseHistory::encode() const {
  json::Array Names;
  for (const std::string &H : Headers)
    Names.push_back(json::fixUTF8(H));
  json::Value All = json::Object{{"set", Set},
                                 {"mode", static_cast<unsigned>(Mode)},
                                 {"live", static_cast<int64_t>(LiveBytes)},
                                 {"headers", std::move(Names)}};
  std::string Text;
  llvm::raw_string_ostream(Text) << All;
  return Text;
}

ParseHistory ParseHistory::decode(StringRef Text) {
  ParseHistory Result;
  llvm::Expected<json::Value> All = json::parse(Text);
  if (!All) {
    llvm::consumeError(All.takeError());
    return Result;
  }
  const json::Object *Fields = All->getAsObject();
  if (!Fields)
    return Result;
  Result.Set = Fields->getString("set").value_or("").str();
  int64_t Mode = Fields->getInteger("mode").value_or(0);
  if (Mode > 0 && Mode <= static_cast<int64_t>(ParseMode::Full))
    Result.Mode = static_cast<ParseMode>(Mode);
  Result.LiveBytes =
      std::max<int64_t>(Fields->getInteger("live").value_or(0), 0);
  if (const json::Array *Names = Fields->getArray("headers"))
    for (const json::Value &Name : *Names)
      if (std::optional<StringRef> Header = Name.getAsString())
        Result.Headers.push_back(Header->str());
  return Result;
}

std::string UnitOutcome::encode() const {
  std::string Text;
  runner::appendNumber(Text,
                       Instead ? static_cast<uint64_t>(*Instead) : NoMode);
  runner::appendText(Text, Why);
  runner::appendText(Text, Problem);
  runner::appendNumber(Text, Findings);
  runner::appendNumber(Text, CostlyTypes.size());
  for (const std::string &T : CostlyTypes)
    runner::appendText(Text, T);
  return Text;
}

std::optional<UnitOutcome> UnitOutcome::decode(StringRef Text) {
  runner::ByteReader In(Text);
  UnitOutcome Result;
  uint64_t Mode = In.number();
  if (Mode < NoMode)
    Result.Instead = static_cast<ParseMode>(Mode);
  Result.Why = In.text().str();
  Result.Problem = In.text().str();
  Result.Findings = In.number();
  for (uint64_t Count = In.number(); Count && !In.failed(); --Count)
    Result.CostlyTypes.push_back(In.text().str());
  if (In.failed() || In.left() || Mode > NoMode)
    return std::nullopt;
  return Result;
}

UnitOutcome collectUnit(const UnitJob &Job,
                        const frontend::ExternalFiles &External,
                        const std::string &StoreFile) {
  auto Start = std::chrono::steady_clock::now();
  UnitOutcome Result;
  program::UnitFacts Facts;
  frontend::ParseResult Parsed = frontend::parse(
      Job.Unit, External, Job.Mode, Job.Set.get(), [&](clang::ASTContext &Ctx) {
        Facts = program::extractFacts(*UnitModel::build(Ctx, Job.Catalog),
                                      External.root());
      });
  Result.Problem = std::move(Parsed.Error);
  Result.Instead = Parsed.Instead;
  Result.Why = std::move(Parsed.Why);
  if (Result.Instead)
    return Result;
  program::UnitRecord Record;
  Record.Unit = Facts.Unit = Job.Name;
  if (Parsed.Inputs && Result.Problem.empty()) {
    Record.Key = Job.Key;
    // Text, so that it goes through files of facts as well.
    Record.Inputs = llvm::encodeBase64(Parsed.Inputs->encode(External.root()));
    if (Job.Mode == ParseMode::Shared && Job.Set)
      Record.SharedInputs = llvm::encodeBase64(Job.Set->Inputs);
  }
  Record.Parse = ParseHistory{Job.Set ? Job.Set->Precompiled : "", Job.Mode,
                              Parsed.LiveBytes, std::move(Parsed.Headers)}
                     .encode();
  Record.Seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - Start)
          .count();
  if (llvm::Error Failed = store(Facts, Record, StoreFile))
    Result.Problem = llvm::toString(std::move(Failed));
  Result.Findings = countFindings(Facts);
  Result.CostlyTypes = std::move(Parsed.CostlyTypes);
  return Result;
}

llvm::Error forgetUnit(const std::string &Name, const std::string &StoreFile) {
  program::UnitFacts Nothing;
  program::UnitRecord Record;
  Record.Unit = Nothing.Unit = Name;
  return store(Nothing, Record, StoreFile);
}

} // namespace asynctidy
