//===-- ComponentRoutes.h - Routes in a static configuration ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_WEB_COMPONENTROUTES_H
#define ASYNC_TIDY_LIB_WEB_COMPONENTROUTES_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/raw_ostream.h"
#include <string>
#include <vector>

namespace asynctidy {

/// What a service's static configuration says of its handlers:
/// `components_manager: {components: {NAME: {path: ..., method: ...}}}`, as
/// userver has it.
class ComponentRoutes {
public:
  struct Component {
    std::string Path;
    /// `PATCH`; empty for every method.
    std::vector<std::string> Methods;
  };

  /// \p Errors gets a line for each configuration that can't be read.
  explicit ComponentRoutes(llvm::raw_ostream &Errors) : Errors(Errors) {}

  /// Reads the YAML files of \p Folder and its `config` and `configs`, and of
  /// the folders above it up to \p Root. Each folder is read once.
  void readAround(llvm::StringRef Folder, llvm::StringRef Root);

  /// What the files that were read say of this component; null when nothing.
  const Component *find(llvm::StringRef Name) const;

private:
  void readFolder(llvm::StringRef Folder);
  void readFile(llvm::StringRef File);

  llvm::raw_ostream &Errors;
  llvm::StringSet<> Folders;
  llvm::StringMap<Component> Components;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_LIB_WEB_COMPONENTROUTES_H
