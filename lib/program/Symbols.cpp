//===-- Symbols.cpp - Names and places of a unit for the program ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/Symbols.h"
#include "lib/context/Contexts.h"
#include "lib/effects/Facts.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Index/USRGeneration.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace asynctidy::program {
namespace path = llvm::sys::path;

std::string factsPath(llvm::StringRef Path, llvm::StringRef Root) {
  llvm::SmallString<256> Plain(Path);
  path::remove_dots(Plain, /*remove_dot_dot=*/true);
  llvm::StringRef Rest = Plain;
  if (!Root.empty() && Rest.consume_front(Root) && Rest.consume_front("/") &&
      !Rest.empty())
    return Rest.str();
  return Plain.str().str();
}

FileIndex SymbolTable::file(FileID ID) {
  auto [It, New] = Files.try_emplace(ID, None);
  if (!New)
    return It->second;
  OptionalFileEntryRef Entry = Ctx.getSourceManager().getFileEntryRefForID(ID);
  if (!Entry)
    return None; // a buffer without a file
  llvm::SmallString<256> Path(Entry->getName());
  Ctx.getSourceManager().getFileManager().makeAbsolutePath(Path);
  std::string Name = factsPath(Path, Root);
  auto [Same, Added] = FileNames.try_emplace(Name, Out.Files.size());
  if (Added)
    Out.Files.push_back(std::move(Name));
  return It->second = Same->second;
}

Place SymbolTable::place(SourceLocation Loc) {
  if (Loc.isInvalid())
    return {};
  FileIDAndOffset At = Ctx.getSourceManager().getDecomposedExpansionLoc(Loc);
  Place P;
  P.File = file(At.first);
  if (P.File == None)
    return {};
  P.Line = Ctx.getSourceManager().getLineNumber(At.first, At.second);
  P.Column = Ctx.getSourceManager().getColumnNumber(At.first, At.second);
  return P;
}

namespace {

Symbol::Annotation annotation(const FunctionDecl *FD) {
  switch (annotationOf(FD)) {
  case asynctidy::Annotation::None:
    return Symbol::NoAnnotation;
  case asynctidy::Annotation::OnLoop:
    return Symbol::OnLoop;
  case asynctidy::Annotation::Blocking:
    return Symbol::Blocking;
  case asynctidy::Annotation::NonBlocking:
    return Symbol::NonBlocking;
  }
  llvm_unreachable("unknown annotation");
}

/// Inside a function, or in a class that is; a lambda wherever it is.
bool isLocal(const NamedDecl *D) {
  const auto *Class = dyn_cast<CXXRecordDecl>(D->getDeclContext());
  return D->getParentFunctionOrMethod() || (Class && Class->isLambda());
}

/// What tells a local class or lambda from its neighbours.
SourceLocation localPlace(const NamedDecl *D) {
  if (const auto *MD = dyn_cast<CXXMethodDecl>(D))
    return MD->getParent()->getBeginLoc();
  if (const auto *RD = dyn_cast<RecordDecl>(D->getDeclContext()))
    return RD->getBeginLoc();
  return D->getLocation();
}

} // namespace

std::string SymbolTable::usr(const NamedDecl *D) {
  llvm::SmallString<256> Usr;
  bool Unnamed = index::generateUSRForDecl(D, Usr);
  if (!Unnamed && !isLocal(D) && D->isExternallyVisible())
    return Usr.str().str();
  // Clang's USR has the file's name without its folder, and nothing that tells
  // two lambdas of one function apart.
  Place At = place(localPlace(D));
  llvm::raw_svector_ostream OS(Usr);
  if (Unnamed)
    OS << D->getNameAsString();
  OS << '@' << (At.File == None ? "" : Out.Files[At.File]);
  if (Unnamed || isLocal(D))
    printPlace(localPlace(D), OS);
  // Made from local types: `each<lambda>` of two lambdas.
  for (const DeclContext *DC = D->getDeclContext(); DC; DC = DC->getParent())
    if (const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(DC))
      printLocalTypes(Spec->getTemplateArgs().asArray(), OS);
  if (const auto *FD = dyn_cast<FunctionDecl>(D))
    if (const TemplateArgumentList *Args = FD->getTemplateSpecializationArgs())
      printLocalTypes(Args->asArray(), OS);
  return Usr.str().str();
}

void SymbolTable::printPlace(SourceLocation Loc, llvm::raw_ostream &OS) {
  Place At = place(Loc);
  OS << '@' << At.Line << ':' << At.Column;
  // Several from one macro.
  if (!Loc.isMacroID())
    return;
  const SourceManager &SM = Ctx.getSourceManager();
  OS << '@' << SM.getSpellingLineNumber(Loc) << ':'
     << SM.getSpellingColumnNumber(Loc);
}

void SymbolTable::printLocalTypes(llvm::ArrayRef<TemplateArgument> Args,
                                  llvm::raw_ostream &OS) {
  for (const TemplateArgument &Arg : Args) {
    if (Arg.getKind() == TemplateArgument::Pack) {
      printLocalTypes(Arg.pack_elements(), OS);
      continue;
    }
    if (Arg.getKind() != TemplateArgument::Type)
      continue;
    QualType T = Arg.getAsType().getNonReferenceType();
    if (T->isPointerType())
      T = T->getPointeeType();
    const CXXRecordDecl *RD = T->getAsCXXRecordDecl();
    if (!RD)
      continue;
    if (isLocal(RD) || RD->isLambda())
      printPlace(RD->getBeginLoc(), OS);
    else if (const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(RD);
             Spec && !RD->isExternallyVisible())
      printLocalTypes(Spec->getTemplateArgs().asArray(), OS);
  }
}

SymbolIndex SymbolTable::add(const NamedDecl *D) {
  auto [It, New] = Known.try_emplace(D->getCanonicalDecl(), None);
  if (!New)
    return It->second;
  program::Symbol S;
  S.Usr = usr(D);
  auto [Same, Added] = Usrs.try_emplace(S.Usr, Out.Symbols.size());
  if (Added) {
    S.DeclaredIn = place(D->getCanonicalDecl()->getLocation()).File;
    S.Name = displayName(D);
    if (const auto *FD = dyn_cast<FunctionDecl>(D)) {
      S.Free = !isa<CXXMethodDecl>(FD) && FD->isExternallyVisible();
      S.Defined = FD->isDefined();
      S.Says = annotation(FD);
      noteDeclarations(FD, S);
    } else if (const auto *Var = dyn_cast<VarDecl>(D)) {
      S.Free = Var->getDeclContext()->getRedeclContext()->isFileContext() &&
               Var->isExternallyVisible();
      S.Defined = Var->hasDefinition() != VarDecl::DeclarationOnly;
      noteDeclarations(Var, S);
    }
    Out.Symbols.push_back(std::move(S));
  }
  return Known[D->getCanonicalDecl()] = Same->second;
}

template <typename DeclT>
void SymbolTable::noteDeclarations(const DeclT *Declared, Symbol &S) {
  FileID Main = Ctx.getSourceManager().getMainFileID();
  for (const DeclT *D : Declared->redecls()) {
    FileIDAndOffset At =
        Ctx.getSourceManager().getDecomposedExpansionLoc(D->getLocation());
    // Nobody else sees what the unit's own file declares.
    if (At.first == Main)
      continue;
    FileIndex In = file(At.first);
    if (In != None && In != S.DeclaredIn &&
        !llvm::is_contained(S.AlsoDeclaredIn, In))
      S.AlsoDeclaredIn.push_back(In);
  }
}

Slot SymbolTable::slot(const ValueDecl *Variable) {
  if (const auto *Parameter = dyn_cast<ParmVarDecl>(Variable)) {
    const auto *FD =
        dyn_cast_or_null<FunctionDecl>(Parameter->getDeclContext());
    if (!FD)
      return {};
    return {symbol(FD), Parameter->getFunctionScopeIndex()};
  }
  if (const auto *Maker = dyn_cast<FunctionDecl>(Variable))
    return {symbol(Maker), None};
  return {add(Variable), None};
}

} // namespace asynctidy::program
