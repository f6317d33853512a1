//===-- ResourceExtract.cpp - The facts about resources -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/resources/ResourceExtract.h"
#include "lib/context/Callable.h"
#include "lib/program/resources/Accessor.h"
#include "lib/program/resources/Handles.h"
#include "lib/program/resources/Holding.h"
#include "lib/program/resources/Parameters.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy::program {

namespace {

Level levelOf(Verdict V) {
  return V == Verdict::Strict ? Level::Strict : Level::Default;
}

/// A fixture of GoogleTest: its members live as long as its tests.
bool isFixture(const DeclContext *DC) {
  const auto *RD = dyn_cast<CXXRecordDecl>(DC);
  if (!RD || !RD->hasDefinition())
    return false;
  return llvm::any_of(RD->bases(), [](const CXXBaseSpecifier &Base) {
    const CXXRecordDecl *Parent = Base.getType()->getAsCXXRecordDecl();
    return Parent &&
           (resourceName(Parent) == "testing::Test" || isFixture(Parent));
  });
}

class Extractor {
public:
  Extractor(const UnitModel &Unit, SymbolTable &Names, UnitFacts &Out)
      : Unit(Unit), Names(Names), Out(Out),
        Types(Unit.matcher(), Unit.context()),
        Parameters(Unit.matcher(), Unit.context(), Names) {}

  void run() {
    for (const ResourceSite &S : Unit.resourceSites())
      if (const auto *Call = dyn_cast<CallExpr>(S.E))
        Callees.insert(Call->getCallee()->IgnoreParenImpCasts());
    for (const ResourceSite &S : Unit.resourceSites())
      if (S.What == ResourceSite::Makes)
        makes(S);
    for (const ResourceSite &S : Unit.resourceSites()) {
      if (S.What == ResourceSite::Ends)
        ends(S);
      else if (S.What == ResourceSite::Stores)
        stores(S);
    }
    for (const VarDecl *Var : Unit.statics())
      isStatic(Var);
  }

private:
  const UnitMatcher &matcher() const { return Unit.matcher(); }

  const Surroundings &around(const ResourceSite &S) {
    const Decl *Key = S.By ? static_cast<const Decl *>(S.By) : S.Initializes;
    auto &Known = Around[Key];
    if (!Known)
      Known = std::make_unique<Surroundings>(S.By, S.Initializes);
    return *Known;
  }

  SymbolIndex symbolOf(const ValueDecl *Variable) {
    if (const auto *Field = dyn_cast_or_null<FieldDecl>(Variable))
      return Names.symbol(Field);
    const auto *Var = dyn_cast_or_null<VarDecl>(Variable);
    return Var ? Names.symbol(Var) : None;
  }
  SymbolIndex by(const ResourceSite &S) {
    return S.By ? Names.symbol(S.By) : None;
  }

  /// The call as packs know it: of the constructor, where a maker calls one.
  static CallView viewOf(const ResourceSite &S) {
    CallView View = *CallView::of(S.E);
    if (S.Made) {
      View.Callee = View.Function = S.Made;
      View.Receiver = nullptr;
    }
    return View;
  }

  void makes(const ResourceSite &S) {
    CallView View = viewOf(S);
    const Surroundings &Here = around(S);
    const ResourceUse &Use = S.Entry->E->Resource;
    Fate Result = Here.fateOf(S.E, S.Initializes);
    if (Use.Handle != NoArgument)
      Result = fateOfHandle(View.argument(Use.Handle));
    // `pool.at(0).open(...)`: what is filled was made here, and is said there.
    bool Element = View.Receiver && !rootOf(View.Receiver);
    const auto *Filled =
        Element ? dyn_cast_or_null<VarDecl>(storageOf(View.Receiver)) : nullptr;
    if (Filled && MadeLocals.contains(Filled))
      return;
    // A base of an object is that object.
    if (!S.Initializes && isBase(S))
      return;
    if (!Use.Drains)
      creation(S, View, Result, Here);
    handle(S, View, Result, Here);
    if (Result.To == Destination::Static) {
      const auto *Var = cast<VarDecl>(Result.Into);
      store(Var, S, /*Creates=*/true, nullptr);
      if (Var->getType()->isPointerType())
        StaticPointers.try_emplace(Var->getCanonicalDecl(), &S);
    }
    if (Result.To == Destination::Member && Result.Within)
      store(Result.Within, S, /*Creates=*/true, nullptr);
    // A loop's end comes from wherever the signal is handled.
    bool IsHandle = !Use.Drains && (!Use.ReleasedBy.empty() || Result.New);
    if (Result.Into && Result.To == Destination::Local && IsHandle)
      Followed.insert(Result.Into);
    if (Result.Into && Result.To == Destination::Local)
      MadeLocals.insert(Result.Into);
  }

  static Fate fateOfHandle(const Expr *Argument) {
    Fate F;
    if (!Argument)
      return F;
    F.Into = storageOf(Argument);
    F.To = destinationOf(F.Into);
    F.Owned = F.Into && isOwner(F.Into->getType());
    return F;
  }

  static bool isBase(const ResourceSite &S) {
    const auto *Constructor = dyn_cast_or_null<CXXConstructorDecl>(S.By);
    return Constructor &&
           llvm::any_of(Constructor->inits(),
                        [&](const CXXCtorInitializer *Init) {
                          return Init->isBaseInitializer() &&
                                 Init->getInit()->IgnoreImplicit() == S.E;
                        });
  }

  void creation(const ResourceSite &S, const CallView &View, const Fate &Result,
                const Surroundings &Here) {
    const Entry &E = *S.Entry->E;
    CreationFact Fact;
    Fact.Name = displayName(View.Callee, View.staticClass());
    Fact.Resource = resourceName(madeClass(S, View));
    Fact.Kind = E.Resource.Kind;
    Fact.PerRequest = E.Resource.PerRequest;
    Fact.Why = E.Why.str();
    Fact.Shared = E.Resource.Shared.str();
    Fact.By = by(S);
    Fact.At = Names.place(S.E->getExprLoc());
    Fact.To = Result.To;
    if (Result.To == Destination::Static || Result.To == Destination::Member)
      Fact.Into = symbolOf(Result.Into);
    Fact.Once = S.Once;
    Fact.ByKeeper = isKeeper(S.By, *S.Entry->P);
    LeftOut Missing = Parameters.read(View, S.E, Result, Here);
    Fact.Missing = std::move(Missing.Missing);
    Fact.Edits = std::move(Missing.Edits);
    Fact.Headers = std::move(Missing.Headers);
    Fact.Options = Names.place(Missing.Options);
    Fact.PassedOn = Missing.PassedOn;
    Out.Creations.push_back(std::move(Fact));
  }

  /// The class constructed, or the factory.
  const NamedDecl *madeClass(const ResourceSite &S, const CallView &View) {
    if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(View.Callee))
      return Constructor->getParent();
    if (const CXXRecordDecl *RD = classMade(View, matcher()))
      return RD;
    return View.Callee;
  }

  /// Does \p FD belong to a class that keeps what it makes? Its constructors
  /// make it for each object.
  bool isKeeper(const FunctionDecl *FD, const Pack &P) const {
    for (const DeclContext *DC = FD; DC; DC = DC->getParent()) {
      const auto *Method = dyn_cast<CXXMethodDecl>(DC);
      if (!Method || Method->getParent()->isLambda())
        continue;
      if (isa<CXXConstructorDecl>(Method))
        return false;
      return llvm::any_of(Method->getParent()->fields(),
                          [&](const FieldDecl *Field) {
                            Holding Kept = Types.of(Field->getType());
                            return Kept && Kept.Entry->P == &P;
                          });
    }
    return false;
  }

  void handle(const ResourceSite &S, const CallView &View, const Fate &Result,
              const Surroundings &Here) {
    const ResourceUse &Use = S.Entry->E->Resource;
    HandleFact Fact;
    for (llvm::StringRef Name : Use.ReleasedBy)
      Fact.ReleasedBy.push_back(Name.str());
    if (Result.New && Fact.ReleasedBy.empty())
      Fact.ReleasedBy.emplace_back("delete");
    bool Cared = Result.Owned || Result.To == Destination::Handed;
    if (Fact.ReleasedBy.empty() || (Cared && !Use.Drains))
      return;
    Fact.Name = Result.New ? "new " + displayName(View.Callee)
                           : displayName(View.Callee, View.staticClass());
    Fact.Type = Use.HandleType.str();
    Fact.Unreleased = Use.Unreleased.str();
    if (Result.New && Fact.Type.empty())
      Fact.Type = resourceName(madeClass(S, View));
    Fact.By = by(S);
    Fact.At = Names.place(S.E->getExprLoc());
    Fact.To = Result.To;
    Fact.Drains = Use.Drains;
    if (Result.To == Destination::Static || Result.To == Destination::Member)
      Fact.Into = symbolOf(Result.Into);
    const auto *Var = dyn_cast_or_null<VarDecl>(Result.Into);
    if (Result.To == Destination::Local && Var && !Use.Drains) {
      LocalHandle Life = followHandle(Var, Fact.ReleasedBy, Here, matcher());
      if (Life.CaredFor)
        return;
      if (Life.Returned || Life.KeptIn) {
        Fact.To =
            Life.Returned ? Destination::Returned : destinationOf(Life.KeptIn);
        Fact.Into = symbolOf(Life.KeptIn);
      } else if (!Result.New)
        Fact.Edits = ownerFor(Var, Fact.Type, Fact.ReleasedBy.front(), Life,
                              Here, Unit.context(), Names);
    }
    Out.Handles.push_back(std::move(Fact));
  }

  void ends(const ResourceSite &S) {
    if (Callees.contains(S.E))
      return; // said with its call
    const ValueDecl *Object = nullptr;
    if (const auto *Delete = dyn_cast<CXXDeleteExpr>(S.E)) {
      Object = storageOf(Delete->getArgument());
    } else if (std::optional<CallView> View = CallView::of(S.E)) {
      const Expr *E = View->Receiver ? View->Receiver : View->argument(0);
      Object = E ? storageOf(E) : nullptr;
    }
    ReleaseFact Fact;
    // A local that a function fills itself says nothing of others.
    if (const auto *Var = dyn_cast_or_null<VarDecl>(Object);
        Var && destinationOf(Var) == Destination::Local) {
      if (Followed.contains(Var) ||
          (MadeLocals.contains(Var) && Unit.releases().isSetter(S.Name)))
        return;
      Object = Var->getInit() ? storageOf(Var->getInit()) : nullptr;
    }
    Destination Kept = destinationOf(Object);
    if (Kept == Destination::Static || Kept == Destination::Member)
      Fact.Variable = symbolOf(Object);
    Fact.Name = S.Name.str();
    Fact.By = by(S);
    Fact.At = Names.place(S.E->getExprLoc());
    Out.Releases.push_back(std::move(Fact));
  }

  void stores(const ResourceSite &S) {
    Holding Has = Types.of(S.Variable->getType());
    if (!Has)
      return;
    const Expr *Value = nullptr;
    bool Element = false;
    if (const auto *Assign = dyn_cast<BinaryOperator>(S.E)) {
      Value = Assign->getRHS();
      Element = !S.Variable->getType()->isPointerType();
    } else if (std::optional<CallView> View = CallView::of(S.E)) {
      // `map.emplace(key, value)`, `pointer.reset(value, deleter)`.
      Element =
          Has.Form == StaticFact::Pointer && !isOwner(S.Variable->getType());
      if (unsigned Written = View->numWritten())
        Value = View->argument(Element ? static_cast<int>(Written) - 1 : 0);
    }
    if (!Value || isNull(Value))
      return;
    const auto *Local = dyn_cast_or_null<VarDecl>(rootOf(Value));
    bool Creates = (Local && MadeLocals.contains(Local)) ||
                   (Element && !Has.Entry->E->Resource.HandleType.empty() &&
                    !isBorrowed(Value));
    store(S.Variable, S, Creates, factoryOf(Value));
  }

  /// Has the value of \p E another owner: `pointer.get()`, `&object`?
  static bool isBorrowed(const Expr *E) {
    E = E->IgnoreUnlessSpelledInSource();
    if (const auto *Op = dyn_cast<UnaryOperator>(E))
      return Op->getOpcode() == UO_AddrOf;
    const auto *Call = dyn_cast<CXXMemberCallExpr>(E);
    return Call && isOwner(Call->getObjectType());
  }

  bool isNull(const Expr *E) const {
    E = E->IgnoreUnlessSpelledInSource();
    const auto *Construct = dyn_cast<CXXConstructExpr>(E);
    return isa<CXXNullPtrLiteralExpr, GNUNullExpr>(E) ||
           (Construct && Construct->getNumArgs() == 0) ||
           E->isNullPointerConstant(const_cast<ASTContext &>(Unit.context()),
                                    Expr::NPC_ValueDependentIsNotNull);
  }

  /// The project's own function whose result \p E is.
  static const FunctionDecl *factoryOf(const Expr *E) {
    while (E) {
      E = E->IgnoreUnlessSpelledInSource();
      if (const auto *Await = dyn_cast<CoawaitExpr>(E)) {
        E = Await->getOperand();
        continue;
      }
      const auto *Call = dyn_cast<CallExpr>(E);
      if (Call && Call->isCallToStdMove()) {
        E = Call->getArg(0);
        continue;
      }
      return Call ? Call->getDirectCallee() : nullptr;
    }
    return nullptr;
  }

  void store(const VarDecl *Var, const ResourceSite &S, bool Creates,
             const FunctionDecl *Factory) {
    const SourceManager &SM = Unit.context().getSourceManager();
    StoreFact Fact;
    Fact.Variable = Names.symbol(Var);
    Fact.By = by(S);
    Fact.At = Names.place(S.E->getExprLoc());
    Fact.Creates = Creates;
    if (Factory && !SM.isInSystemHeader(Factory->getLocation()))
      Fact.Factory = Names.symbol(Factory);
    Out.Stores.push_back(Fact);
  }

  void isStatic(const VarDecl *Var) {
    Holding Has = Types.of(Var->getType());
    const NamedDecl *Resource = Has.Class;
    // `static CURL *handle`, whose type says nothing.
    if (auto Kept = StaticPointers.find(Var->getCanonicalDecl());
        !Has && Kept != StaticPointers.end()) {
      Has.Entry = Kept->second->Entry;
      Has.Form = StaticFact::Pointer;
      Resource = madeClass(*Kept->second, viewOf(*Kept->second));
    }
    if (!Has || Has.Entry->E->Resource.Static == Verdict::Fine ||
        isFixture(Var->getDeclContext()))
      return;
    const Entry &E = *Has.Entry->E;
    StaticFact Fact;
    Fact.Variable = Names.symbol(Var);
    Fact.At = Names.place(Var->getLocation());
    Fact.Where = Var->isStaticLocal()        ? StaticFact::Local
                 : Var->isStaticDataMember() ? StaticFact::Member
                                             : StaticFact::Namespace;
    Fact.Has = Has.Form;
    Fact.ThreadLocal = Var->getTLSKind() != VarDecl::TLS_None;
    Fact.Resource = E.Resource.HandleType.empty() ? resourceName(Resource)
                                                  : E.Resource.HandleType.str();
    Fact.Kind = E.Resource.Kind;
    Fact.Lvl = levelOf(E.Resource.Static);
    Fact.Why = E.Why.str();
    if (Has.Keeper && Fact.Lvl == Level::Default) {
      Fact.Lvl = Level::Strict;
      Fact.Why = "'" + Has.Keeper->getNameAsString() +
                 "' may care for it; name it in a pack, or annotate it with "
                 "async_tidy::pool, if it is a pool";
    }
    if (Var->hasInit() && isMadeAtOnce(Var))
      Fact.Edits =
          accessorFor(Var, const_cast<ASTContext &>(Unit.context()), Names);
    initial(Var, Has);
    Out.Statics.push_back(std::move(Fact));
  }

  /// An initializer that makes nothing by itself is a store too.
  void initial(const VarDecl *Var, const Holding &Has) {
    const Expr *Init = Var->getInit();
    if (Has.Form == StaticFact::Object || !Init || isNull(Init) ||
        isMadeAtOnce(Var))
      return;
    ResourceSite S;
    S.E = Init;
    S.Initializes = Var;
    store(Var, S, /*Creates=*/false, factoryOf(Init));
  }

  bool isMadeAtOnce(const VarDecl *Var) const {
    return llvm::any_of(Unit.resourceSites(), [&](const ResourceSite &S) {
      return S.What == ResourceSite::Makes && S.Initializes == Var;
    });
  }

  const UnitModel &Unit;
  SymbolTable &Names;
  UnitFacts &Out;
  Holdings Types;
  ParameterReader Parameters;
  llvm::DenseMap<const Decl *, std::unique_ptr<Surroundings>> Around;
  /// Names that stand in a call as what is called.
  llvm::DenseSet<const Expr *> Callees;
  /// Locals that the function itself makes something for.
  llvm::DenseSet<const ValueDecl *> MadeLocals;
  /// What static raw pointers get.
  llvm::DenseMap<const VarDecl *, const ResourceSite *> StaticPointers;
  /// Locals whose making the function itself shows.
  llvm::DenseSet<const ValueDecl *> Followed;
};

} // namespace

void extractResources(const UnitModel &Unit, SymbolTable &Names,
                      UnitFacts &Out) {
  Extractor(Unit, Names, Out).run();
}

} // namespace asynctidy::program
