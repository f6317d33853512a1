//===-- NameLookup.cpp - Finds a pack's names in a unit -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/catalog/NameLookup.h"
#include "lib/catalog/Model.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace asynctidy::catalog {

namespace {

using Contexts = llvm::SmallVector<const DeclContext *, 2>;

void addRecord(const CXXRecordDecl *RD, Contexts &Found);

void addTemplate(const TemplateDecl *Template, Contexts &Found) {
  const auto *Class = dyn_cast_or_null<ClassTemplateDecl>(Template);
  if (!Class)
    return;
  addRecord(Class->getTemplatedDecl(), Found);
  // The primary template may be a mere declaration.
  llvm::SmallVector<ClassTemplatePartialSpecializationDecl *, 4> Partial;
  const_cast<ClassTemplateDecl *>(Class)->getPartialSpecializations(Partial);
  for (const ClassTemplatePartialSpecializationDecl *Spec : Partial)
    addRecord(Spec, Found);
}

void addRecord(const CXXRecordDecl *RD, Contexts &Found) {
  const CXXRecordDecl *Definition = RD->getDefinition();
  // What nobody instantiated has its members in the pattern.
  const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(RD);
  if (!Definition && Spec &&
      !isa<ClassTemplatePartialSpecializationDecl>(Spec)) {
    addTemplate(Spec->getSpecializedTemplate(), Found);
    return;
  }
  Found.push_back(Definition ? Definition : RD);
}

/// The class, or template's patterns, that \p T names.
void addType(QualType T, Contexts &Found) {
  T = T.getCanonicalType();
  if (const CXXRecordDecl *RD = T->getAsCXXRecordDecl())
    addRecord(RD, Found);
  else if (const auto *Spec = T->getAs<TemplateSpecializationType>())
    addTemplate(Spec->getTemplateName().getAsTemplateDecl(), Found);
}

/// The namespaces or classes that \p D stands for, aliases seen through.
void addContexts(const NamedDecl *D, Contexts &Found) {
  D = D->getUnderlyingDecl();
  if (const auto *NS = dyn_cast<NamespaceDecl>(D))
    Found.push_back(NS);
  else if (const auto *Alias = dyn_cast<NamespaceAliasDecl>(D))
    Found.push_back(Alias->getNamespace());
  else if (const auto *Template = dyn_cast<TypeAliasTemplateDecl>(D))
    addType(Template->getTemplatedDecl()->getUnderlyingType(), Found);
  else if (const auto *Template = dyn_cast<TemplateDecl>(D))
    addTemplate(Template, Found);
  else if (const auto *Typedef = dyn_cast<TypedefNameDecl>(D))
    addType(Typedef->getUnderlyingType(), Found);
  else if (const auto *RD = dyn_cast<CXXRecordDecl>(D))
    addRecord(RD, Found);
  else if (const auto *Enum = dyn_cast<EnumDecl>(D))
    Found.push_back(Enum);
}

using Visited = llvm::SmallPtrSet<const DeclContext *, 8>;

/// Members of \p DC called \p Name: its own, else those of its bases and of the
/// namespaces that it uses.
void addMembers(const DeclContext *DC, DeclarationName Name, Visited &Seen,
                llvm::SmallVectorImpl<const NamedDecl *> &Found) {
  if (!Seen.insert(DC).second)
    return;
  size_t Before = Found.size();
  for (const NamedDecl *D : DC->lookup(Name))
    Found.push_back(D->getUnderlyingDecl());
  if (Found.size() > Before)
    return;
  Contexts Further;
  if (const auto *RD = dyn_cast<CXXRecordDecl>(DC)) {
    if (RD->hasDefinition())
      for (const CXXBaseSpecifier &Base : RD->bases())
        addType(Base.getType(), Further);
  } else {
    for (const UsingDirectiveDecl *Using : DC->using_directives())
      Further.push_back(Using->getNominatedNamespace());
  }
  for (const DeclContext *Next : Further)
    addMembers(Next, Name, Seen, Found);
}

/// A function, or a variable: a function object, or one that `reads` name. A
/// dependent using-declaration brings in what nobody knows yet.
bool isNameable(const NamedDecl *D) {
  return isa<FunctionDecl, FunctionTemplateDecl, VarDecl, VarTemplateDecl,
             FieldDecl, UnresolvedUsingValueDecl>(D);
}

/// The overloaded operator with \p Symbol as it stands after `operator`.
OverloadedOperatorKind operatorKind(StringRef Symbol) {
  for (int Kind = OO_None + 1; Kind < NUM_OVERLOADED_OPERATORS; ++Kind)
    if (Symbol ==
        getOperatorSpelling(static_cast<OverloadedOperatorKind>(Kind)))
      return static_cast<OverloadedOperatorKind>(Kind);
  return OO_None;
}

/// The function that \p D is or is a template of, or null.
const FunctionDecl *asFunction(const NamedDecl *D) {
  if (const auto *Template = dyn_cast<FunctionTemplateDecl>(D))
    return Template->getTemplatedDecl();
  return dyn_cast<FunctionDecl>(D);
}

/// The type of the parameter at \p Index, negative from the end, through
/// references and a pointer; null when there is none.
QualType parameterType(const FunctionDecl *FD, int Index) {
  int Count = static_cast<int>(FD->getNumParams());
  if (Index < 0)
    Index += Count;
  if (Index < 0 || Index >= Count)
    return {};
  QualType T = FD->getParamDecl(Index)->getType().getNonReferenceType();
  return T->isPointerType() ? T->getPointeeType() : T;
}

std::string quote(StringRef Name) { return "'" + Name.str() + "'"; }

} // namespace

NameLookup::Decls NameLookup::members(const Scopes &In, DeclarationName Name) {
  Decls Found;
  Visited Seen;
  for (const DeclContext *DC : In)
    addMembers(DC, Name, Seen, Found);
  return Found;
}

NameLookup::Scopes NameLookup::scopes(StringRef Name) {
  Scopes Current = {Ctx.getTranslationUnitDecl()};
  while (!Name.empty() && !Current.empty()) {
    auto [First, Rest] = Name.split("::");
    Scopes Next;
    for (const NamedDecl *D : members(Current, &Ctx.Idents.get(First)))
      addContexts(D, Next);
    Current = std::move(Next);
    Name = Rest;
  }
  return Current;
}

NameLookup::Decls NameLookup::named(StringRef Name) {
  auto [Scope, Last] = splitName(Name);
  return members(scopes(Scope), &Ctx.Idents.get(Last));
}

std::string NameLookup::whyNoScope(StringRef Name) {
  auto [Outer, Last] = splitName(Name);
  while (!Outer.empty() && !hasScope(Outer))
    std::tie(Outer, Last) = splitName(Outer);
  return "there is no namespace or class " + quote(Last) +
         (Outer.empty() ? "" : " in " + quote(Outer));
}

bool NameLookup::hasConversion(const Scopes &In, StringRef Type) {
  return llvm::any_of(In, [&](const DeclContext *DC) {
    const auto *RD = dyn_cast<CXXRecordDecl>(DC);
    if (!RD || !RD->hasDefinition())
      return false;
    return llvm::any_of(
        RD->getVisibleConversionFunctions(), [&](const NamedDecl *D) {
          D = D->getUnderlyingDecl();
          return D->getNameAsString() == "operator " + Type.str();
        });
  });
}

bool NameLookup::hasOperator(const Scopes &In, StringRef Symbol) {
  DeclarationNameTable &Table = Ctx.DeclarationNames;
  if (Symbol.consume_front("\"\""))
    return !members(In,
                    Table.getCXXLiteralOperatorName(&Ctx.Idents.get(Symbol)))
                .empty();
  if (OverloadedOperatorKind Kind = operatorKind(Symbol.ltrim()))
    return !members(In, Table.getCXXOperatorName(Kind)).empty();
  return hasConversion(In, Symbol.ltrim());
}

std::string NameLookup::whyNotFunction(StringRef Name) {
  auto [Scope, Last] = splitName(Name);
  Scopes In = scopes(Scope);
  if (In.empty())
    return whyNoScope(Scope);
  std::string Where = Scope.empty() ? "" : " in " + quote(Scope);

  StringRef Class = Last;
  Class.consume_front("~");
  bool IsClass = false, IsDefined = false;
  for (const DeclContext *DC : In) {
    const auto *RD = dyn_cast<CXXRecordDecl>(DC);
    if (!RD || !RD->getIdentifier() || RD->getName() != Class)
      continue;
    IsClass = true;
    IsDefined |= RD->hasDefinition();
  }
  if (IsClass)
    return IsDefined ? "" : quote(Scope) + " is only declared";
  if (Class != Last)
    return "there is no class " + quote(Class) + Where;

  StringRef Symbol = Last;
  if (Symbol.consume_front("operator") && !Symbol.empty() &&
      !isAsciiIdentifierContinue(Symbol.front()))
    return hasOperator(In, Symbol) ? "" : "there is no " + quote(Last) + Where;

  Decls Found = members(In, &Ctx.Idents.get(Last));
  if (llvm::any_of(Found, isNameable))
    return "";
  if (Found.empty())
    return "there is no " + quote(Last) + Where;
  if (isa<TypeDecl, ClassTemplateDecl, TypeAliasTemplateDecl>(Found.front()))
    return "it is a type; a constructor is called " +
           quote((Name + "::" + Last).str());
  return "it is neither a function nor a variable";
}

std::string NameLookup::whyNoMethods(StringRef ClassName) {
  std::string Why = whyNotClass(ClassName);
  if (!Why.empty())
    return Why;
  auto IsMethod = [](const Decl *D) {
    if (const auto *Template = dyn_cast<FunctionTemplateDecl>(D))
      D = Template->getTemplatedDecl();
    const auto *Method = dyn_cast<CXXMethodDecl>(D);
    return Method && Method->getDeclName().isIdentifier();
  };
  for (const DeclContext *DC : scopes(ClassName)) {
    const auto *RD = dyn_cast<CXXRecordDecl>(DC);
    bool Inherits = RD && RD->hasDefinition() && RD->getNumBases() > 0;
    if (Inherits || llvm::any_of(DC->decls(), IsMethod))
      return "";
  }
  return "it has no methods";
}

std::string NameLookup::whyNotClass(StringRef Name) {
  Scopes Found = scopes(Name);
  if (llvm::any_of(
          Found, [](const DeclContext *DC) { return isa<CXXRecordDecl>(DC); }))
    return "";
  return named(Name).empty() ? whyNoScope(Name) : "it isn't a class";
}

std::string NameLookup::whyNotType(StringRef Name) {
  std::string Why = whyNotClass(Name);
  if (Why.empty() || llvm::any_of(named(Name), [](const NamedDecl *D) {
        return isa<EnumDecl>(D);
      }))
    return "";
  for (const NamedDecl *D : named(Name))
    if (const auto *Typedef = dyn_cast<TypedefNameDecl>(D))
      return "types are compared as " +
             quote(Typedef->getUnderlyingType().getCanonicalType().getAsString(
                 PrintingPolicy(Ctx.getLangOpts())));
  return Why;
}

llvm::SmallVector<const FunctionDecl *, 4>
NameLookup::functions(StringRef Name) {
  auto [Scope, Last] = splitName(Name);
  llvm::SmallVector<const FunctionDecl *, 4> Found;
  for (const DeclContext *DC : scopes(Scope)) {
    const auto *RD = dyn_cast<CXXRecordDecl>(DC);
    if (!RD || !RD->getIdentifier() || RD->getName() != Last)
      continue;
    for (const Decl *D : RD->decls())
      if (const auto *ND = dyn_cast<NamedDecl>(D))
        if (const FunctionDecl *FD = asFunction(ND);
            isa_and_nonnull<CXXConstructorDecl>(FD))
          Found.push_back(FD);
  }
  for (const NamedDecl *D : named(Name))
    if (const FunctionDecl *FD = asFunction(D))
      Found.push_back(FD);
  return Found;
}

std::string NameLookup::whyNoField(StringRef Name, int Index, StringRef Field) {
  DeclarationName Member = &Ctx.Idents.get(Field);
  for (const FunctionDecl *FD : functions(Name)) {
    QualType T = parameterType(FD, Index);
    if (T.isNull())
      continue;
    Scopes In;
    addType(T, In);
    if (In.empty() && T->isDependentType())
      return "";
    if (llvm::any_of(members(In, Member), [](const NamedDecl *D) {
          return isa<FieldDecl, IndirectFieldDecl, UnresolvedUsingValueDecl>(D);
        }))
      return "";
  }
  return "its argument " + std::to_string(Index) + " has no member variable " +
         quote(Field);
}

std::string NameLookup::whyNotReferable(StringRef Name) {
  auto [Scope, Last] = splitName(Name);
  Scopes In = scopes(Scope);
  if (In.empty())
    return whyNoScope(Scope);
  auto IsReferable = [&](const NamedDecl *D) {
    // An enumerator is known by its enumeration, be that scoped or not.
    if (isa<EnumConstantDecl>(D))
      return llvm::is_contained(In, D->getDeclContext());
    return isNameable(D);
  };
  if (llvm::any_of(named(Name), IsReferable))
    return "";
  return "there is no variable or function " + quote(Last) +
         (Scope.empty() ? "" : " in " + quote(Scope));
}

} // namespace asynctidy::catalog
