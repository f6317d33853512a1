//===-- SharedUse.cpp - Is a set as good as the headers alone? ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/frontend/SharedUse.h"
#include "lib/frontend/ExternalFiles.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/MacroInfo.h"
#include "clang/Lex/PPCallbacks.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace asynctidy::frontend {
using llvm::StringRef;

class SharedWatcher : public PPCallbacks {
public:
  explicit SharedWatcher(SharedUse &Use) : Use(Use) {}

  void InclusionDirective(SourceLocation HashLoc, const clang::Token &,
                          StringRef, bool, CharSourceRange,
                          OptionalFileEntryRef File, StringRef, StringRef,
                          const Module *, bool,
                          SrcMgr::CharacteristicKind) override {
    if (!File)
      return;
    auto Known = Use.Names.find(plainName(*File, Use.SM.getFileManager()));
    if (Known == Use.Names.end())
      return;
    if (Use.Braces)
      Use.refuse("includes " + File->getName() + " inside of braces");
    if (!Use.Macro.empty())
      Use.refuse("changes '" + Use.Macro + "' before it includes " +
                 File->getName());
    if (!Use.SM.isInSystemHeader(HashLoc))
      Use.LastInclude = HashLoc;
    Use.reach(Known->second);
  }

  void PragmaDirective(SourceLocation Loc, PragmaIntroducerKind) override {
    StringRef Line(Use.SM.getCharacterData(Loc));
    Line = Line.take_until([](char C) { return C == '\n'; });
    if (Line.contains("pack") && !Use.SM.isInSystemHeader(Loc))
      Use.Macro = "#pragma pack";
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
  /// The standard has headers that give what was asked for each time.
  static bool isMadeForThat(StringRef Name) {
    return Name.contains("/c++/") ||
           llvm::is_contained({"assert.h", "errno.h", "float.h", "iso646.h",
                               "limits.h", "stdalign.h", "stdarg.h",
                               "stdbool.h", "stddef.h", "wchar.h"},
                              llvm::sys::path::filename(Name));
  }

  /// Libraries get along with one another in any order.
  bool isProjects(const clang::Token &Name) const {
    return !Use.SM.isInSystemHeader(Use.SM.getExpansionLoc(Name.getLocation()));
  }

  void noteChange(const clang::Token &Name) {
    // Without a guard a file may say something else the second time.
    int Again = Use.index(Use.SM.getFileID(Name.getLocation()));
    if (Again >= 0 && !isMadeForThat(Use.Set.Files[Again].Name))
      Use.refuse("enters " + Use.Set.Files[Again].Name + " again");
    const IdentifierInfo *II = Name.getIdentifierInfo();
    if (II && isProjects(Name) && Use.Set.hasIdentifier(II->getName()))
      Use.Macro = II->getName();
  }

  void noteUse(const clang::Token &Name, const MacroDefinition &MD) {
    if (const MacroInfo *Info = MD.getMacroInfo(); Info && isProjects(Name))
      Use.use(Name.getIdentifierInfo()->getName(), Info->getDefinitionLoc());
  }

  SharedUse &Use;
};

/// What the unit's own code names.
class UsedDeclarations : public DynamicRecursiveASTVisitor {
public:
  explicit UsedDeclarations(SharedUse &Use) : Use(Use) {}

  bool VisitDeclRefExpr(DeclRefExpr *E) override {
    return isReached(E->getDecl());
  }
  bool VisitMemberExpr(MemberExpr *E) override {
    return isReached(E->getMemberDecl());
  }
  bool VisitCXXConstructExpr(CXXConstructExpr *E) override {
    return isReached(E->getConstructor());
  }
  bool VisitOverloadExpr(OverloadExpr *E) override {
    return E->decls().empty() ||
           llvm::any_of(E->decls(), [&](NamedDecl *D) { return isReached(D); });
  }

  /// A class may be complete only because of a header of another unit.
  bool VisitTypeLoc(TypeLoc TL) override {
    const CXXRecordDecl *Class = TL.getType()->getAsCXXRecordDecl();
    const CXXRecordDecl *Definition = Class ? Class->getDefinition() : nullptr;
    if (Definition && Definition->isFromASTFile())
      Use.use(Class->getName(), Definition->getLocation());
    return true;
  }

  /// The library's templates may find it, where they name what they don't have.
  bool VisitFunctionDecl(FunctionDecl *FD) override {
    const auto *Scope = dyn_cast<NamespaceDecl>(FD->getDeclContext());
    bool IsSeen = FD->getDeclContext()->isTranslationUnit() ||
                  (Scope && Scope->getFirstDecl()->isFromASTFile());
    if (IsSeen && FD->getIdentifier() && Use.LastInclude.isValid() &&
        Use.Set.hasIdentifier(FD->getName()) &&
        Use.SM.isBeforeInTranslationUnit(FD->getLocation(), Use.LastInclude))
      Use.refuse("declares '" + FD->getName() + "' before it includes headers");
    return true;
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
  PP.setTokenWatcher([this](const clang::Token &T) {
    if (T.is(tok::l_brace))
      ++Braces;
    else if (T.is(tok::r_brace) && Braces)
      --Braces;
  });
}

SharedUse::~SharedUse() = default;

int SharedUse::index(FileID ID) {
  auto [It, New] = Indexes.try_emplace(ID, -1);
  if (New)
    if (OptionalFileEntryRef File = SM.getFileEntryRefForID(ID))
      if (auto Known = Names.find(plainName(*File, SM.getFileManager()));
          Known != Names.end())
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

void SharedUse::refuse(const llvm::Twine &Why) {
  if (Misfit.empty())
    Misfit = Why.str();
}

void SharedUse::use(StringRef Name, SourceLocation Loc) {
  StringRef File = unreached(Loc);
  if (!File.empty())
    refuse("uses '" + Name + "' without an include of " + File);
}

std::string SharedUse::misfit(ASTContext &Ctx) {
  if (Misfit.empty())
    UsedDeclarations(*this).TraverseAST(Ctx);
  return Misfit;
}

} // namespace asynctidy::frontend
