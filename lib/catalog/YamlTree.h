//===-- YamlTree.h - A small YAML document with its places ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// One YAML document as a tree whose every node knows its line and column.
/// Hides yaml-cpp, which reports with exceptions, and refuses what a pack may
/// not have: anchors, aliases, tags, several documents, too much of anything.
///
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_CATALOG_YAMLTREE_H
#define ASYNC_TIDY_LIB_CATALOG_YAMLTREE_H

#include "lib/catalog/PackReader.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <vector>

namespace asynctidy::catalog {

/// A scalar, list or map. Texts and items live in the PackStorage that the
/// tree was parsed into.
struct YamlNode {
  enum class Kind : uint8_t { Null, Scalar, List, Map };

  Kind K = Kind::Null;
  unsigned Line = 0;
  unsigned Column = 0;
  /// Of a scalar. Also of a null that is written "null": a key may be.
  llvm::StringRef Text;
  /// The items of a list; the keys of a map, each followed by its value.
  llvm::ArrayRef<YamlNode> Items;

  bool isNull() const { return K == Kind::Null; }
  bool isScalar() const { return K == Kind::Scalar; }
  bool isList() const { return K == Kind::List; }
  bool isMap() const { return K == Kind::Map; }
};

/// Parses the one document of \p Text into \p Root. False, with a mistake in
/// \p Errors, when it isn't YAML or is more than a pack may have. Never throws.
bool parseYaml(llvm::StringRef File, llvm::StringRef Text, PackStorage &Storage,
               YamlNode &Root, std::vector<PackError> &Errors);

} // namespace asynctidy::catalog

#endif // ASYNC_TIDY_LIB_CATALOG_YAMLTREE_H
