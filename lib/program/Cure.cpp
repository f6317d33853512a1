//===-- Cure.cpp - What to write instead ----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/Cure.h"
#include "lib/program/CureParts.h"
#include "llvm/ADT/StringExtras.h"

using namespace asynctidy::catalog;

namespace asynctidy::program {

namespace {

/// For code whose runtime the catalog doesn't know, or has no answer for.
llvm::StringRef inGeneral(Category C) {
  switch (C) {
  case Category::Sleep:
    return "await a timer of the runtime instead";
  case Category::File:
    return "hand the file's work to a thread pool and await its result";
  case Category::Dns:
    return "resolve asynchronously and await the answer";
  case Category::Network:
  case Category::Http:
    return "use an asynchronous client and await the answer, with a timeout";
  case Category::Database:
  case Category::Cache:
    return "use the client's asynchronous interface and await the answer, or "
           "hand the query to a thread pool of its own";
  case Category::Process:
    return "start the process without waiting and await its end";
  case Category::Wait:
    return "await the result instead of waiting for it";
  case Category::Lock:
    return "keep the state on one strand, or use a mutex that is awaited";
  case Category::Console:
    return "read from the console in a thread of its own";
  }
  llvm_unreachable("unknown category");
}

/// Puts parts of the call and of its surroundings into a replacement's text.
class Filler {
public:
  Filler(const LoopBlock &Found, const Program &P) : Found(Found), P(P) {}

  /// The text; \p Complete says whether it can stand in the source.
  std::string fill(const Replacement &R, bool &Complete) {
    Complete = true;
    std::string Text = R.Text.str();
    // Of a call further down nothing is known here.
    bool Direct = Found.Chain.empty();
    substitute(Text, "{duration}", Direct ? Found.Leaf->Duration : "",
               "duration", Complete);
    for (const Need &N : R.Needs)
      substitute(Text, ("{" + N.Placeholder + "}").str(), object(N),
                 (N.Placeholder + ".").str(), Complete);
    for (unsigned I = 0; I < 4; ++I)
      substitute(Text, "{argument:" + std::to_string(I) + "}",
                 Direct && I < Found.Leaf->Arguments.size()
                     ? Found.Leaf->Arguments[I]
                     : "",
                 "...", Complete);
    return Text;
  }

private:
  static void substitute(std::string &Text, const std::string &Placeholder,
                         const std::string &Value, const std::string &Unknown,
                         bool &Complete) {
    size_t At = Text.find(Placeholder);
    if (At == std::string::npos)
      return;
    Complete &= !Value.empty();
    Text.replace(At, Placeholder.size(), Value.empty() ? Unknown : Value);
  }

  std::string object(const Need &N) {
    std::string Key = needKey(N);
    for (const ObjectFact &O : P.objects(P.functions()[Found.Function]))
      if (O.Need == Key)
        return O.Access;
    return "";
  }

  const LoopBlock &Found;
  const Program &P;
};

} // namespace

Cure cureFor(const LoopBlock &Found, const Program &P, const Catalog &C) {
  const BlockFact &Leaf = *Found.Leaf;
  bool InCoroutine = P.functions()[Found.Function].Coroutine;
  Cure Result;
  const Replacement *R = C.replacement(Found.Why->Runtime, Leaf.Cat);
  std::string Text;
  bool Complete = false;
  if (R)
    Text = Filler(Found, P).fill(*R, Complete);
  bool Awaits = llvm::StringRef(Text).contains("co_await");
  if (R && R->Fix && Complete && Found.Chain.empty() && Leaf.CanAwait &&
      Leaf.Length > 0 && (InCoroutine || !Awaits)) {
    Result.Replacement = Text;
    Result.Headers = R->Headers;
  }
  // An await needs a coroutine round it.
  const char *Where = Awaits && !InCoroutine ? " in a coroutine" : "";
  if (!Leaf.Help.empty())
    Result.Help = Leaf.Help;
  else if (R)
    Result.Help = R->Fix ? "use '" + Text + "'" + Where + " instead"
                         : "use " + Text + " instead";
  else
    Result.Help = inGeneral(Leaf.Cat).str();
  return Result;
}

} // namespace asynctidy::program
