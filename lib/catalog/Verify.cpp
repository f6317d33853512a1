//===-- Verify.cpp - Are the names of a pack really there? ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/catalog/Verify.h"
#include "lib/catalog/NameLookup.h"
#include "lib/catalog/NameSyntax.h"
#include "llvm/ADT/STLExtras.h"
#include <functional>

using llvm::ArrayRef;
using llvm::StringRef;

namespace asynctidy::catalog {

namespace {

std::string joined(StringRef Scope, StringRef Name) {
  return Scope.empty() ? Name.str() : (Scope + "::" + Name).str();
}

/// Is this text of a condition a name? Other texts are types as printed.
bool isTypeName(StringRef Text) {
  constexpr StringRef Fundamental[] = {
      "bool",     "char",    "double",  "float",    "int",
      "long",     "short",   "void",    "auto",     "signed",
      "unsigned", "wchar_t", "char8_t", "char16_t", "char32_t"};
  return nameMistake(Text, NameRule::Scope).empty() &&
         !llvm::is_contained(Fundamental, Text);
}

class Verifier {
public:
  using Filter = std::function<bool(StringRef)>;

  Verifier(NameLookup &Lookup, Filter Wanted)
      : Lookup(Lookup), Wanted(std::move(Wanted)) {}

  void entry(const Entry &E) {
    Line = E.Line;
    for (StringRef In : E.In) {
      for (StringRef Name : E.Names)
        if (Name == AnyMethod)
          check(In, &NameLookup::whyNoMethods);
        else
          check(joined(In, Name), &NameLookup::whyNotFunction);
      for (StringRef Name : E.Types)
        check(joined(In, Name), &NameLookup::whyNotClass);
    }
    for (StringRef Name : E.Of)
      check(Name, &NameLookup::whyNotClass);
    for (StringRef Name : E.Unless.Names)
      check(Name, &NameLookup::whyNotFunction);
    for (ArrayRef<StringRef> Names :
         {E.Resource.ReleasedBy, E.Parameter.Setters})
      for (StringRef Name : Names)
        check(Name, &NameLookup::whyNotFunction);
    if (!E.Parameter.Field.empty())
      field(E);
    condition(E.When);
  }

  void replacement(const Replacement &R) {
    Line = R.Line;
    for (const Need &N : R.Needs)
      for (StringRef Type : N.Types)
        check(Type, &NameLookup::whyNotClass);
  }

  Verification take() { return std::move(Result); }

private:
  using Question = std::string (NameLookup::*)(StringRef);

  /// Only of functions that are there: others are missing already.
  void field(const Entry &E) {
    for (StringRef In : E.In)
      for (StringRef Name : E.Names) {
        std::string Full = joined(In, Name);
        if (Wanted(Full) && Lookup.whyNotFunction(Full).empty())
          report(Full, Lookup.whyNoField(Full, E.Parameter.Argument,
                                         E.Parameter.Field));
      }
  }

  void condition(const Condition &When) {
    for (StringRef Name : When.Receiver)
      check(Name, &NameLookup::whyNotClass);
    for (ArrayRef<StringRef> Texts : {When.Returns, When.NotReturns})
      for (StringRef Text : Texts)
        type(Text);
    for (ArrayRef<IndexedText> Texts : {When.Types, When.NotTypes})
      for (const IndexedText &T : Texts)
        type(T.Text);
    for (const IndexedText &T : When.Refers)
      check(T.Text, &NameLookup::whyNotReferable);
  }

  void type(StringRef Text) {
    if (isTypeName(Text))
      check(Text, &NameLookup::whyNotType);
  }

  void check(StringRef Name, Question WhyNot) {
    if (!Wanted(Name))
      return;
    report(Name, (Lookup.*WhyNot)(Name));
  }

  void report(StringRef Name, std::string Why) {
    ++Result.Checked;
    if (!Why.empty())
      Result.Missing.push_back({Name.str(), Line, std::move(Why)});
  }

  NameLookup &Lookup;
  Filter Wanted;
  unsigned Line = 0;
  Verification Result;
};

bool isUnder(StringRef Name, StringRef Scope) {
  if (Scope.empty() || Name == Scope)
    return true;
  return Name.consume_front(Scope) && Name.starts_with("::");
}

} // namespace

Verification verifyPack(const Pack &P, const Verify &V,
                        clang::ASTContext &Ctx) {
  NameLookup Lookup(Ctx);
  Verifier Check(Lookup,
                 [&](StringRef Name) { return isUnder(Name, V.Under); });
  for (const Entry &E : P.Entries)
    if (V.Package.empty() || !llvm::is_contained(E.NotIn, V.Package))
      Check.entry(E);
  for (const Replacement &R : P.Replacements)
    Check.replacement(R);
  return Check.take();
}

Verification verifyInUnit(const Pack &P, clang::ASTContext &Ctx,
                          bool OnlySeen) {
  NameLookup Lookup(Ctx);
  auto IsSeen = [&](StringRef Name) {
    if (!OnlySeen)
      return true;
    StringRef Scope = splitName(Name).first;
    return !Scope.empty() && Lookup.hasScope(Scope);
  };
  Verifier Check(Lookup, IsSeen);
  for (const Entry &E : P.Entries)
    if (E.NotIn.empty())
      Check.entry(E);
  for (const Replacement &R : P.Replacements)
    Check.replacement(R);
  return Check.take();
}

} // namespace asynctidy::catalog
