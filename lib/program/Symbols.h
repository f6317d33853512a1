//===-- Symbols.h - Names and places of a unit for the program --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_SYMBOLS_H
#define ASYNC_TIDY_LIB_PROGRAM_SYMBOLS_H

#include "lib/program/UnitFacts.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/TemplateBase.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy::program {

/// \p Path as facts name files: relative to \p Root with `/` when it is inside,
/// otherwise absolute. \p Root may be empty.
std::string factsPath(llvm::StringRef Path, llvm::StringRef Root);

/// Fills the tables of files and symbols of one unit's facts.
class SymbolTable {
public:
  SymbolTable(const clang::ASTContext &Ctx, llvm::StringRef Root,
              UnitFacts &Out)
      : Ctx(Ctx), Root(Root.str()), Out(Out) {}

  /// The place of \p Loc in a file; a macro's is where it is used.
  Place place(clang::SourceLocation Loc);

  SymbolIndex symbol(const clang::FunctionDecl *FD) { return add(FD); }
  /// A variable that holds callables, or a pool, client or connection.
  SymbolIndex symbol(const clang::VarDecl *Var) { return add(Var); }
  SymbolIndex symbol(const clang::FieldDecl *Field) { return add(Field); }
  /// A parameter, member variable or other variable as a slot.
  Slot slot(const clang::ValueDecl *Variable);

private:
  FileIndex file(clang::FileID ID);
  SymbolIndex add(const clang::NamedDecl *D);
  std::string usr(const clang::NamedDecl *D);
  template <typename DeclT>
  void noteDeclarations(const DeclT *Declared, program::Symbol &S);
  void printPlace(clang::SourceLocation Loc, llvm::raw_ostream &OS);
  /// The places of lambdas and local classes among template arguments.
  void printLocalTypes(llvm::ArrayRef<clang::TemplateArgument> Args,
                       llvm::raw_ostream &OS);

  const clang::ASTContext &Ctx;
  const std::string Root;
  UnitFacts &Out;
  llvm::DenseMap<clang::FileID, FileIndex> Files;
  llvm::StringMap<FileIndex> FileNames;
  llvm::DenseMap<const clang::Decl *, SymbolIndex> Known;
  llvm::StringMap<SymbolIndex> Usrs;
};

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_SYMBOLS_H
