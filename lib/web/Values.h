//===-- Values.h - What of a request a value is made of ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_WEB_VALUES_H
#define ASYNC_TIDY_LIB_WEB_VALUES_H

#include "lib/effects/BodyTree.h"
#include "lib/effects/UnitModel.h"
#include "lib/web/Expressions.h"

namespace asynctidy {

/// Where a value comes from, as far as data of requests has to do with it.
struct ValueOrigin {
  enum Kind : uint8_t {
    Other,     ///< nothing that is known
    Document,  ///< a request, its body, or what was parsed from it
    Field,     ///< read by a key; its Absent value where that wasn't sent
    Object,    ///< a class of the project, its members set from a document
    Parameter, ///< what the function, or one around it, was given
  };
  Kind What = Other;
  /// Parameter: it. Document, Field, Object: the one that has the request or
  /// document; null for a function that reads the request by itself.
  const clang::ParmVarDecl *Root = nullptr;
  /// Field: the key.
  std::string Key;
  /// The member of an Object or a Parameter's object that it is, or the method
  /// that gives it.
  const clang::NamedDecl *Member = nullptr;
  /// Field, or with Member: what it is when nothing was sent.
  catalog::Absence Absent = catalog::Absence::Unsaid;
  /// The constant written to stand in for what wasn't sent, or null.
  const clang::Expr *Default = nullptr;
  /// Default is the other branch of `sent ? value : default`.
  bool Chosen = false;
  /// Document: a part of one, or something else of the request than its body.
  bool Keyed = false;
  /// The call that reads it by its key, or makes the object; null for a
  /// Parameter.
  const clang::Expr *Read = nullptr;
  /// The entry of `reads` for Read; may be null.
  const catalog::NamedEntry *Entry = nullptr;
  /// Object: its class, and the project's own function that reads it where
  /// another unit has its body.
  const clang::CXXRecordDecl *Class = nullptr;
  const clang::FunctionDecl *Reader = nullptr;
  /// Object: what reads it is seen to set every member, those that weren't
  /// sent to a default.
  bool Insists = false;
  /// Locals that have it on the way.
  llvm::SmallVector<const clang::VarDecl *, 2> Through;

  explicit operator bool() const { return What != Other; }
  /// Is it a single value that may not have been sent?
  bool mayBeAbsent() const {
    return What == Field || (What != Other && What != Document && Member);
  }
};

/// Follows values of one function, lambdas in it included, to their origins.
class Values {
public:
  Values(const UnitModel &Unit, const BodyTree &Around)
      : Unit(Unit), Around(Around) {}

  ValueOrigin of(const clang::Expr *E) const { return trace(E, 0); }
  /// Of the document or request that \p E is; Other for anything else.
  ValueOrigin documentOf(const clang::Expr *E) const { return document(E, 0); }

  /// Is it a call that reads the body, or waits for one?
  bool readsRequest(const clang::Expr *E) const;

  /// The object that a read puts into its argument; Other when it is none.
  ValueOrigin filledBy(const catalog::CallView &View, const clang::Expr *E,
                       const catalog::NamedEntry &Entry) const;

  /// A lambda of the function, before its body is asked for.
  void addLambda(const clang::LambdaExpr *Lambda) {
    Lambdas[Lambda->getCallOperator()] = Lambda;
  }

  const UnitModel &unit() const { return Unit; }
  const BodyTree &around() const { return Around; }

  bool isOwn(const clang::Decl *D) const { return Unit.isOwn(D); }
  const clang::CXXRecordDecl *ownClass(clang::QualType T) const {
    return asynctidy::ownClass(T, Unit);
  }
  /// Can a value of this type say that nothing was sent?
  bool isOptional(clang::QualType T) const;
  /// Is it a class of a library that documents are made of?
  bool isDocument(clang::QualType T) const;

private:
  ValueOrigin trace(const clang::Expr *E, unsigned Depth) const;
  ValueOrigin traceAnew(const clang::Expr *E, unsigned Depth) const;
  ValueOrigin document(const clang::Expr *E, unsigned Depth) const;
  ValueOrigin documentAnew(const clang::Expr *E, unsigned Depth) const;
  ValueOrigin ofCall(const clang::Expr *E, unsigned Depth) const;
  ValueOrigin ofRead(const catalog::CallView &View, const clang::Expr *E,
                     const catalog::NamedEntry &Entry, unsigned Depth) const;
  ValueOrigin ofOwnCall(const catalog::CallView &View, const clang::Expr *E,
                        unsigned Depth) const;
  ValueOrigin ofAccessor(const catalog::CallView &View, unsigned Depth) const;
  ValueOrigin ofOwnField(const catalog::CallView &View, const clang::Expr *E,
                         unsigned Depth) const;
  bool isKeyOf(const clang::ParmVarDecl *Parameter, const clang::Stmt *S) const;
  ValueOrigin ofOwnText(const catalog::CallView &View, const clang::Expr *E,
                        unsigned Depth) const;
  ValueOrigin ofConversion(const catalog::CallView &View, const clang::Expr *E,
                           unsigned Depth) const;
  ValueOrigin wholeDocument(const clang::Expr *E, unsigned Depth) const;
  /// Is a member of a request its body?
  bool isBody(const clang::MemberExpr *Member) const;
  ValueOrigin ofChoice(const clang::ConditionalOperator *Choice,
                       unsigned Depth) const;
  ValueOrigin ofVariable(const clang::VarDecl *Var, unsigned Depth) const;
  ValueOrigin ofVariableAnew(const clang::VarDecl *Var, unsigned Depth) const;
  ValueOrigin ofContinuation(const clang::ParmVarDecl *Parameter,
                             unsigned Depth) const;
  void asDeclared(ValueOrigin &Origin, const clang::VarDecl *Var) const;
  ValueOrigin ofCollected(const clang::VarDecl *Var, unsigned Depth) const;
  ValueOrigin ofFilled(const clang::VarDecl *Var, unsigned Depth) const;
  ValueOrigin ofMember(const clang::MemberExpr *Member, unsigned Depth) const;
  ValueOrigin documentOfCall(const clang::Expr *E, unsigned Depth) const;
  ValueOrigin object(const clang::CXXRecordDecl *Class, const clang::Expr *E,
                     const catalog::NamedEntry *Entry,
                     const clang::FunctionDecl *Reader,
                     const ValueOrigin &Source) const;
  const clang::FunctionDecl *readerOf(const clang::CXXRecordDecl *Class,
                                      llvm::StringRef Name) const;
  const catalog::NamedEntry *readEntry(const catalog::CallView &View) const;

  const UnitModel &Unit;
  const BodyTree &Around;
  // Answers are kept: a chain of calls asks the same again at every link.
  mutable llvm::DenseMap<const clang::Expr *, ValueOrigin> Traced, Documents;
  mutable llvm::DenseMap<const clang::VarDecl *, ValueOrigin> Variables;
  llvm::DenseMap<const clang::FunctionDecl *, const clang::LambdaExpr *>
      Lambdas;
};

/// The argument or object that an entry of `reads` says is read from.
const clang::Expr *readFrom(const catalog::CallView &View,
                            const catalog::ReadUse &Use);

} // namespace asynctidy

#endif // ASYNC_TIDY_LIB_WEB_VALUES_H
