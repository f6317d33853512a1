//===-- SharedUse.cpp - Is a set as good as the headers alone? ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/frontend/SharedUse.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/MacroInfo.h"
#include "clang/Lex/PPCallbacks.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy::frontend {
using llvm::StringRef;

class SharedWatcher : public PPCallbacks {
public:
  explicit SharedWatcher(SharedUse &Use) : Use(Use) {}

  void InclusionDirective(SourceLocation, const clang::Token &, StringRef, bool,
                          CharSourceRange, OptionalFileEntryRef File, StringRef,
                          StringRef, const Module *, bool,
                          SrcMgr::CharacteristicKind) override {
    if (!File)
      return;
    auto Known = Use.Names.find(File->getName());
    if (Known == Use.Names.end())
      return;
    if (!Use.Macro.empty() && Use.Misfit.empty())
      Use.Misfit = "changes '" + Use.Macro + "' before it includes " +
                   File->getName().str();
    Use.reach(Known->second);
  }

  void MacroDefined(const clang::Token &Name, const MacroDirective *) override {
    noteChange(Name);
  }
  void MacroUndefined(const clang::Token &Name, const MacroDefinition &,
                      const MacroDirective *) override {
    noteChange(Name);
  }

  void MacroExpands(const clang::Token &Name, const MacroDefinition &MD,
                    SourceRange, const MacroArgs *) override {
    noteUse(Name, MD);
  }
  void Defined(const clang::Token &Name, const MacroDefinition &MD,
               SourceRange) override {
    noteUse(Name, MD);
  }
  void Ifdef(SourceLocation, const clang::Token &Name,
             const MacroDefinition &MD) override {
    noteUse(Name, MD);
  }
  void Ifndef(SourceLocation, const clang::Token &Name,
              const MacroDefinition &MD) override {
    noteUse(Name, MD);
  }
  using PPCallbacks::Elifdef;
  using PPCallbacks::Elifndef;
  void Elifdef(SourceLocation, const clang::Token &Name,
               const MacroDefinition &MD) override {
    noteUse(Name, MD);
  }
  void Elifndef(SourceLocation, const clang::Token &Name,
                const MacroDefinition &MD) override {
    noteUse(Name, MD);
  }

private:
  /// Libraries get along with one another in any order.
  bool isProjects(const clang::Token &Name) const {
    return !Use.SM.isInSystemHeader(Use.SM.getExpansionLoc(Name.getLocation()));
  }

  void noteChange(const clang::Token &Name) {
    const IdentifierInfo *II = Name.getIdentifierInfo();
    if (II && II->isFromAST() && isProjects(Name))
      Use.Macro = II->getName();
  }

  void noteUse(const clang::Token &Name, const MacroDefinition &MD) {
    if (const MacroInfo *Info = MD.getMacroInfo(); Info && isProjects(Name))
      Use.use(Name.getIdentifierInfo()->getName(), Info->getDefinitionLoc());
  }

  SharedUse &Use;
};

/// What the unit's own code names.
class UsedDeclarations : public RecursiveASTVisitor<UsedDeclarations> {
public:
  explicit UsedDeclarations(SharedUse &Use) : Use(Use) {}

  bool VisitDeclRefExpr(DeclRefExpr *E) { return isReached(E->getDecl()); }
  bool VisitMemberExpr(MemberExpr *E) { return isReached(E->getMemberDecl()); }
  bool VisitCXXConstructExpr(CXXConstructExpr *E) {
    return isReached(E->getConstructor());
  }
  bool VisitOverloadExpr(OverloadExpr *E) {
    return E->decls().empty() ||
           llvm::any_of(E->decls(), [&](NamedDecl *D) { return isReached(D); });
  }

private:
  /// A function may be declared by several headers.
  bool isReached(const NamedDecl *D) {
    if (!D->isFromASTFile() || !Seen.insert(D->getCanonicalDecl()).second)
      return true;
    for (const Decl *Each : D->redecls())
      if (Use.unreached(Each->getLocation()).empty())
        return true;
    Use.use(D->getNameAsString(), D->getLocation());
    return false;
  }

  SharedUse &Use;
  llvm::DenseSet<const Decl *> Seen;
};

SharedUse::SharedUse(const SharedHeaders &Set, Preprocessor &PP)
    : Set(Set), SM(PP.getSourceManager()), Reached(Set.Files.size()) {
  for (auto [I, File] : llvm::enumerate(Set.Files))
    Names.try_emplace(File.Name, I);
  PP.addPPCallbacks(std::make_unique<SharedWatcher>(*this));
}

SharedUse::~SharedUse() = default;

int SharedUse::index(FileID ID) {
  auto [It, New] = Indexes.try_emplace(ID, -1);
  if (New)
    if (OptionalFileEntryRef File = SM.getFileEntryRefForID(ID))
      if (auto Known = Names.find(File->getName()); Known != Names.end())
        It->second = static_cast<int>(Known->second);
  return It->second;
}

void SharedUse::reach(unsigned File) {
  llvm::SmallVector<unsigned> Next = {File};
  while (!Next.empty()) {
    unsigned At = Next.pop_back_val();
    if (Reached.test(At))
      continue;
    Reached.set(At);
    llvm::append_range(Next, Set.Files[At].Includes);
  }
}

StringRef SharedUse::unreached(SourceLocation Loc) {
  if (Loc.isInvalid() || !SM.isLoadedSourceLocation(Loc))
    return "";
  int File = index(SM.getFileID(SM.getExpansionLoc(Loc)));
  return File < 0 || Reached.test(File) ? StringRef() : Set.Files[File].Name;
}

void SharedUse::use(StringRef Name, SourceLocation Loc) {
  StringRef File = unreached(Loc);
  if (!File.empty() && Misfit.empty())
    Misfit = ("uses '" + Name + "' without an include of " + File).str();
}

std::string SharedUse::misfit(ASTContext &Ctx) {
  if (Misfit.empty())
    UsedDeclarations(*this).TraverseAST(Ctx);
  return Misfit;
}

} // namespace asynctidy::frontend
