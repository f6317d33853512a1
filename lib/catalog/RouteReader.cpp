//===-- RouteReader.cpp - Reads `routes` ----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/catalog/EntryReader.h"
#include "lib/catalog/HttpMethods.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace asynctidy::catalog {

void EntryReader::readRoutes(const PackFields &Fields, const YamlNode &Node,
                             Entry &E) {
  RouteUse &Use = E.Route;
  if (const YamlNode *Overrides = Fields.get("overrides"))
    Use.Overrides = Values.boolean(*Overrides);
  if (const YamlNode *Macro = Fields.get("macro"))
    Use.Macros = Values.names(*Macro, NameRule::Function);
  const YamlNode *Handler = Fields.get("handler");
  if (Use.Overrides && Handler)
    Values.mistake(*Handler, "with 'overrides: true' the function is the "
                             "handler itself");
  else if (!Use.Overrides && !Handler)
    Fields.require("handler");
  else if (Handler)
    readHandler(*Handler, Use);
  // An override has no arguments of its own: those of its macro are meant.
  bool HasArguments = !Use.Overrides || !Use.Macros.empty();
  bool OfCall = Use.Macros.empty();
  IndexWord Allowed = OfCall ? IndexWord::Receiver : IndexWord::None;
  if (const YamlNode *Path = Fields.get("path"))
    Use.Path = Values.index(*Path, Allowed);
  if (const YamlNode *Methods = Fields.get("methods")) {
    if (OfCall && Methods->isScalar() && Methods->Text == "template")
      Use.Methods = TemplateArguments;
    else
      Use.Methods = Values.index(*Methods, Allowed);
  }
  if (!HasArguments)
    for (StringRef Key : {"path", "methods"})
      if (const YamlNode *Value = Fields.get(Key))
        Values.mistake(*Value,
                       "'" + Key + "' of an override goes with 'macro'");
  if (const YamlNode *ClassPath = Fields.get("class-path"))
    Use.ClassPath = Values.index(*ClassPath);
  if (const YamlNode *Component = Fields.get("component")) {
    Use.Component = Values.name(*Component, NameRule::Function);
    if (!Use.Overrides)
      Values.mistake(*Component, "'component' goes with 'overrides: true'");
  }
  if (const YamlNode *Objects = Fields.get("objects"))
    Use.Objects = Values.index(*Objects);
  if (const YamlNode *Method = Fields.get("method")) {
    if (Fields.get("methods"))
      Values.mistake(Node, "an entry of 'routes' has either 'method' or "
                           "'methods'");
    Use.Method = httpMethod(*Method, {"name"});
  }
  if (const YamlNode *Default = Fields.get("default")) {
    Use.Default = httpMethod(*Default, {});
    if (!Fields.get("methods"))
      Values.mistake(*Default, "'default' goes with 'methods'");
  }
}

void EntryReader::readHandler(const YamlNode &Node, RouteUse &Use) {
  if (Node.isScalar() && !Node.Text.empty() &&
      (llvm::isDigit(Node.Text.front()) || Node.Text.front() == '-'))
    Use.Handler = Values.index(Node);
  else
    Use.HandlerMethod = Values.name(Node, NameRule::Function);
  if (Use.HandlerMethod.contains("::"))
    Values.mistake(Node, "a handler is the index of an argument, or a method's "
                         "name without its class");
}

StringRef EntryReader::httpMethod(const YamlNode &Node,
                                  llvm::ArrayRef<StringRef> AndWords) {
  StringRef Text = Values.text(Node);
  if (!Text.empty() && !llvm::is_contained(httpMethods(), Text) &&
      !llvm::is_contained(AndWords, Text))
    Values.mistake(Node, "a method of HTTP was expected, as in PATCH, not '" +
                             Text + "'");
  return Text;
}

} // namespace asynctidy::catalog
