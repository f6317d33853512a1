//===-- EntryKeys.cpp - The keys that entries may have --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/catalog/EntryKeys.h"

using llvm::ArrayRef;
using llvm::StringRef;

namespace asynctidy::catalog {

namespace {

constexpr StringRef BlockingKeys[] = {
    "names", "in",     "when",      "not-in",   "category",
    "level", "why",    "timeout",   "duration", "unless-called",
    "help",  "within", "descriptor"};
constexpr StringRef NonBlockingKeys[] = {"names", "in", "when", "not-in"};
constexpr StringRef DescriptorKeys[] = {"names", "in", "not-in", "nonblocking"};
constexpr StringRef CoroutineKeys[] = {"types",   "in",   "not-in",
                                       "runtime", "kind", "returned"};
constexpr StringRef CallbackKeys[] = {"names",    "in",        "when",
                                      "not-in",   "arguments", "context",
                                      "executor", "runtime",   "request"};
constexpr StringRef OverrideKeys[] = {"names",   "in",      "not-in",
                                      "context", "runtime", "request"};
constexpr StringRef ExecutorKeys[] = {"types", "names", "in", "not-in",
                                      "context"};
constexpr StringRef WrapperKeys[] = {"names", "in", "not-in", "argument",
                                     "executor"};
constexpr StringRef SwitchKeys[] = {"names",  "in",      "when",
                                    "not-in", "context", "executor"};
constexpr StringRef LockKeys[] = {"types",   "names",   "in", "not-in",
                                  "acquire", "release", "of"};

constexpr StringRef EventKeys[] = {"names",  "in",    "when",
                                   "not-in", "event", "help"};

constexpr StringRef MakerKeys[] = {"names", "in", "not-in"};

constexpr StringRef ResourceKeys[] = {
    "types",  "names",       "in",          "when",   "not-in", "kind",
    "static", "why",         "per-request", "shared", "empty",  "released-by",
    "handle", "handle-type", "unreleased",  "drains"};

constexpr StringRef ParameterKeys[] = {
    "names",    "in",      "when",  "not-in",  "parameter", "name",
    "argument", "field",   "key",   "syntax",  "setters",   "with-number",
    "nothing",  "without", "write", "headers", "level",     "why"};

constexpr StringRef RouteKeys[] = {
    "names",      "in",        "when",      "not-in",  "handler",
    "path",       "method",    "methods",   "default", "macro",
    "class-path", "component", "overrides", "objects"};

constexpr StringRef ReadKeys[] = {
    "names",   "types", "in",     "when",    "not-in", "gives", "from",  "key",
    "default", "into",  "absent", "invalid", "test",   "merge", "reader"};

constexpr StringRef AnswerKeys[] = {"parameter", "returns", "not-found",
                                    "bad-request"};

} // namespace

ArrayRef<StringRef> keysOf(Section S) {
  switch (S) {
  case Section::Blocking:
    return BlockingKeys;
  case Section::NonBlocking:
    return NonBlockingKeys;
  case Section::Descriptors:
    return DescriptorKeys;
  case Section::Coroutines:
    return CoroutineKeys;
  case Section::Callbacks:
    return CallbackKeys;
  case Section::Overrides:
    return OverrideKeys;
  case Section::Executors:
    return ExecutorKeys;
  case Section::Wrappers:
    return WrapperKeys;
  case Section::Switches:
    return SwitchKeys;
  case Section::Locks:
    return LockKeys;
  case Section::Events:
    return EventKeys;
  case Section::Makers:
    return MakerKeys;
  case Section::Resources:
    return ResourceKeys;
  case Section::Parameters:
    return ParameterKeys;
  case Section::Routes:
    return RouteKeys;
  case Section::Reads:
    return ReadKeys;
  case Section::Answers:
    return AnswerKeys;
  }
  return {};
}

ArrayRef<StringRef> selectionKeysOf(Section S) {
  static constexpr StringRef Within[] = {"within"}, Of[] = {"of"},
                             Arguments[] = {"arguments"},
                             Argument[] = {"argument"}, Event[] = {"event"},
                             Parameter[] = {"parameter", "name"},
                             Macro[] = {"macro"}, Gives[] = {"gives"};
  switch (S) {
  case Section::Blocking:
    return Within;
  case Section::Locks:
    return Of;
  case Section::Callbacks:
    return Arguments;
  case Section::Wrappers:
    return Argument;
  case Section::Events:
    return Event;
  case Section::Parameters:
    return Parameter;
  case Section::Routes:
    return Macro;
  case Section::Reads:
    return Gives;
  default:
    return {};
  }
}

} // namespace asynctidy::catalog
