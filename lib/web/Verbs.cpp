//===-- Verbs.cpp - What functions do by their names ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/web/Verbs.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using llvm::StringRef;

namespace asynctidy {

namespace {

constexpr uint8_t operator|(Verb A, Verb B) {
  return static_cast<uint8_t>(A) | static_cast<uint8_t>(B);
}

struct Word {
  StringRef Text;
  uint8_t Verbs;
};

constexpr Word Words[] = {
    {"find", Verb::Finds | Verb::LooksUp},
    {"lookup", Verb::Finds | Verb::LooksUp},
    {"load", Verb::Finds | Verb::LooksUp},
    {"fetch", Verb::Finds | Verb::LooksUp},
    {"select", Verb::Finds | Verb::LooksUp},
    {"query", Verb::Finds | Verb::LooksUp},
    {"get", uint8_t(Verb::LooksUp)},
    {"at", uint8_t(Verb::LooksUp)},
    {"read", uint8_t(Verb::LooksUp)},
    {"by", uint8_t(Verb::LooksUp)},
    {"make", Verb::Makes | Verb::Converts},
    {"to", Verb::Makes | Verb::Converts},
    {"from", Verb::Makes | Verb::Converts},
    {"convert", Verb::Makes | Verb::Converts},
    {"map", Verb::Makes | Verb::Converts},
    {"transform", uint8_t(Verb::Converts)},
    {"as", uint8_t(Verb::Converts)},
    {"translate", uint8_t(Verb::Converts)},
    {"create", uint8_t(Verb::Makes)},
    {"new", uint8_t(Verb::Makes)},
    {"build", uint8_t(Verb::Makes)},
    {"parse", uint8_t(Verb::Makes)},
    {"json", uint8_t(Verb::Makes)},
    {"allocate", uint8_t(Verb::Makes)},
    {"construct", uint8_t(Verb::Makes)},
    {"render", uint8_t(Verb::Makes)},
    {"response", uint8_t(Verb::Makes)},
    {"respond", uint8_t(Verb::Makes)},
    {"update", Verb::Stores | Verb::Changes},
    {"modify", Verb::Stores | Verb::Changes},
    {"edit", Verb::Stores | Verb::Changes},
    {"patch", Verb::Stores | Verb::Changes},
    {"save", uint8_t(Verb::Stores)},
    {"store", uint8_t(Verb::Stores)},
    {"persist", uint8_t(Verb::Stores)},
    {"replace", uint8_t(Verb::Stores)},
    {"overwrite", uint8_t(Verb::Stores)},
    {"upsert", uint8_t(Verb::Stores)},
    {"put", uint8_t(Verb::Stores)},
    {"apply", uint8_t(Verb::Changes)},
    {"merge", uint8_t(Verb::Changes)},
    {"assign", uint8_t(Verb::Changes)},
    {"change", uint8_t(Verb::Changes)},
};

} // namespace

std::string firstWord(StringRef Name) {
  Name = Name.ltrim('_');
  // `co_update`, `asyncUpdate`
  for (StringRef Prefix : {"co_", "async_", "async"})
    if (Name.size() > Prefix.size() + 1 && Name.consume_front(Prefix))
      break;
  size_t End = 1;
  while (End < Name.size() && llvm::isLower(Name[End]))
    ++End;
  return Name.take_front(End).lower();
}

bool does(const NamedDecl *Function, Verb What) {
  if (!Function->getIdentifier())
    return false;
  if (What == Verb::Stores && Function->getName() == "insert_or_assign")
    return true;
  std::string First = firstWord(Function->getName());
  const auto *Known =
      llvm::find_if(Words, [&](const Word &W) { return W.Text == First; });
  return Known != std::end(Words) &&
         (Known->Verbs & static_cast<uint8_t>(What)) != 0;
}

} // namespace asynctidy
