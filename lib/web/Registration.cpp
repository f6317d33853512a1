//===-- Registration.cpp - What a handler is registered for ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/web/Registration.h"
#include "lib/catalog/HttpMethods.h"
#include "lib/context/Callable.h"
#include "lib/web/MacroArguments.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy {

namespace {

/// `(path)`, `"/users"_s`, `std::string("/users")` are as deep at most.
constexpr unsigned MaxDepth = 8;

void addMethod(llvm::StringRef Method,
               llvm::SmallVectorImpl<llvm::StringRef> &Methods) {
  if (!Method.empty() && !llvm::is_contained(Methods, Method))
    Methods.push_back(Method);
}

/// Calls \p Visit for every expression in \p E that a person wrote, until it
/// says true.
bool anyIn(const Expr *E, unsigned Depth,
           llvm::function_ref<bool(const Expr *)> Visit) {
  if (!E || Depth == 0)
    return false;
  E = E->IgnoreUnlessSpelledInSource();
  if (isa<LambdaExpr>(E))
    return false;
  if (Visit(E))
    return true;
  return llvm::any_of(E->children(), [&](const Stmt *Child) {
    return anyIn(dyn_cast_or_null<Expr>(Child), Depth - 1, Visit);
  });
}

} // namespace

void collectMethods(const Expr *E,
                    llvm::SmallVectorImpl<llvm::StringRef> &Methods) {
  anyIn(E, MaxDepth, [&](const Expr *Part) {
    addMethod(httpMethodOf(Part), Methods);
    return false;
  });
}

std::optional<llvm::StringRef> textIn(const Expr *E) {
  std::optional<llvm::StringRef> Found;
  anyIn(E, MaxDepth, [&](const Expr *Part) {
    const auto *Text = dyn_cast<StringLiteral>(Part);
    // `const auto path = "/users";`
    if (const auto *Ref = dyn_cast<DeclRefExpr>(Part))
      if (const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
          Var && Var->getType().isConstQualified() && Var->getAnyInitializer())
        if (std::optional<llvm::StringRef> Held =
                textIn(Var->getAnyInitializer()))
          Found = Held;
    if (Text && Text->getCharByteWidth() == 1)
      Found = Text->getString();
    return Found.has_value();
  });
  return Found;
}

namespace {

class Reader {
public:
  Reader(const RouteSite &Site, const UnitModel &Unit)
      : Site(Site), Unit(Unit), Use(Site.Entry->E->Route) {}

  Route read() {
    R.Objects = Use.Objects;
    std::optional<CallView> View = Site.E ? CallView::of(Site.E) : std::nullopt;
    if (Site.What == RouteSite::Overrides) {
      R.Loc = Site.By->getLocation();
      R.Handlers.push_back(Site.By);
      const auto *Method = cast<CXXMethodDecl>(Site.By);
      R.Via = displayName(*Method->begin_overridden_methods());
      readMacro(Method->getParent()->getLocation());
      readComponent(Method->getParent());
      if (R.Methods.empty())
        addMethod(Use.Method, R.Methods);
      return std::move(R);
    }
    if (!View)
      return std::move(R);
    R.Loc = Site.E->getExprLoc();
    R.Via = displayName(View->Callee, View->staticClass());
    readHandler(*View);
    if (!Use.Macros.empty()) {
      if (!readMacro(R.Loc))
        R.Handlers.clear();
      return std::move(R);
    }
    readPath(*View);
    readMethods(*View);
    return std::move(R);
  }

private:
  void readComponent(const CXXRecordDecl *Class) {
    if (Use.Component.empty())
      return;
    for (const Decl *D : Class->decls())
      if (const auto *Var = dyn_cast<VarDecl>(D);
          Var && Var->getName() == Use.Component && Var->getAnyInitializer())
        R.Component = textIn(Var->getAnyInitializer()).value_or("").str();
  }

  void readHandler(const CallView &View) {
    if (!Use.HandlerMethod.empty())
      return readOwnMethod();
    const Expr *Argument = View.argument(Use.Handler);
    if (!Argument)
      return;
    Callables What = handlersOf(Argument, Unit.matcher());
    R.Handlers.assign(What.Functions.begin(), What.Functions.end());
    R.Slots.assign(What.Slots.begin(), What.Slots.end());
  }

  /// The class that registers itself has the handler.
  void readOwnMethod() {
    const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Site.By);
    if (!Method)
      return;
    for (const CXXMethodDecl *Own : Method->getParent()->methods())
      if (Own->getIdentifier() && Own->getName() == Use.HandlerMethod)
        R.Handlers.push_back(Own);
  }

  /// Visits the calls that made the object, the last first:
  /// `app.route("/x").methods(...)`.
  void visitReceiver(const CallView &View,
                     llvm::function_ref<void(const CallExpr *)> Visit) {
    const Expr *E = View.Receiver;
    for (unsigned Step = 0; E && Step < MaxDepth; ++Step) {
      E = E->IgnoreUnlessSpelledInSource();
      if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
        const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
        E = Var ? Var->getInit() : nullptr;
        continue;
      }
      const auto *Call = dyn_cast<CallExpr>(E);
      if (!Call)
        return;
      Visit(Call);
      const auto *Member = dyn_cast<CXXMemberCallExpr>(Call);
      E = Member ? Member->getImplicitObjectArgument() : nullptr;
    }
  }

  void readPath(const CallView &View) {
    std::optional<llvm::StringRef> Text;
    if (Use.Path == ReceiverArgument)
      visitReceiver(View, [&](const CallExpr *Call) {
        for (const Expr *Argument : Call->arguments()) {
          std::optional<llvm::StringRef> Found = textIn(Argument);
          if (Found && httpMethodNamed(*Found).empty())
            Text = Found;
        }
      });
    else if (const Expr *Argument =
                 Use.Path == NoArgument ? nullptr : View.argument(Use.Path))
      Text = textIn(Argument);
    if (!Text)
      return;
    R.Path = Text->str();
    if (hasClassPath(View))
      R.Path = classPath() +
               (Text->starts_with("/") || Text->empty() ? "" : "/") + R.Path;
  }

  bool hasClassPath(const CallView &View) const {
    if (Use.ClassPath < 0 ||
        static_cast<size_t>(Use.ClassPath) >= View.Arguments.size())
      return false;
    const Expr *Flag = View.Arguments[Use.ClassPath];
    if (const auto *Default = dyn_cast<CXXDefaultArgExpr>(Flag))
      Flag = Default->getExpr();
    bool Value = false;
    return !Flag->isValueDependent() &&
           Flag->EvaluateAsBooleanCondition(Value, Unit.context()) && Value;
  }

  std::string classPath() const {
    const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Site.By);
    if (!Method)
      return "";
    std::string Path, Name = Method->getParent()->getQualifiedNameAsString();
    llvm::StringRef Rest = Name;
    while (!Rest.empty()) {
      auto [Part, After] = Rest.split("::");
      Path += ("/" + Part).str();
      Rest = After;
    }
    return Path;
  }

  void readMethods(const CallView &View) {
    if (!Use.Method.empty()) {
      addMethod(Use.Method == "name"
                    ? httpMethodNamed(View.Callee->getNameAsString())
                    : Use.Method,
                R.Methods);
      return;
    }
    if (Use.Methods == ReceiverArgument)
      visitReceiver(View, [&](const CallExpr *Call) {
        for (const Expr *Argument : Call->arguments())
          collectMethods(Argument, R.Methods);
      });
    else if (Use.Methods == TemplateArguments)
      readTemplateArguments(View.Function);
    else if (Use.Methods != NoArgument)
      if (const Expr *Argument = View.argument(Use.Methods))
        collectMethods(Argument, R.Methods);
    if (R.Methods.empty())
      addMethod(Use.Default, R.Methods);
  }

  void readTemplateArguments(const FunctionDecl *FD) {
    const TemplateArgumentList *List = FD->getTemplateSpecializationArgs();
    if (!List)
      return;
    for (const TemplateArgument &Arg : List->asArray())
      readTemplateArgument(Arg);
  }

  void readTemplateArgument(const TemplateArgument &Arg) {
    if (Arg.getKind() == TemplateArgument::Pack)
      for (const TemplateArgument &Inner : Arg.pack_elements())
        readTemplateArgument(Inner);
    if (Arg.getKind() != TemplateArgument::Integral)
      return;
    const EnumDecl *Enum = Arg.getIntegralType()->getAsEnumDecl();
    if (!Enum)
      return;
    for (const EnumConstantDecl *E : Enum->enumerators())
      if (llvm::APSInt::isSameValue(E->getInitVal(), Arg.getAsIntegral()))
        addMethod(httpMethodNamed(E->getName()), R.Methods);
  }

  /// Does the code come from one of the entry's macros?
  bool readMacro(SourceLocation Loc) {
    if (Use.Macros.empty())
      return false;
    std::optional<MacroArguments> Macro =
        macroArguments(Loc, Use.Macros, Unit.context());
    if (!Macro)
      return false;
    if (Use.Path != NoArgument)
      R.Path = Macro->text(Use.Path);
    if (Use.Methods != NoArgument)
      addMethod(httpMethodNamed(Macro->text(Use.Methods)), R.Methods);
    else
      addMethod(Use.Method, R.Methods);
    // `ENDPOINT("PATCH", "/users/{id}", update, ...)` makes a function that
    // calls the class's own `update`.
    const auto *Made = R.Handlers.empty()
                           ? nullptr
                           : dyn_cast<CXXMethodDecl>(R.Handlers.front());
    if (Made && Site.What == RouteSite::Registers)
      for (const CXXMethodDecl *Own : Made->getParent()->methods())
        if (Own->getIdentifier() &&
            llvm::is_contained(Macro->Arguments, Own->getName()))
          R.Handlers.front() = Own;
    R.Loc = Macro->Loc;
    R.Via = Macro->Name;
    return true;
  }

  const RouteSite &Site;
  const UnitModel &Unit;
  const RouteUse &Use;
  Route R;
};

} // namespace

Route readRegistration(const RouteSite &Site, const UnitModel &Unit) {
  return Reader(Site, Unit).read();
}

} // namespace asynctidy
