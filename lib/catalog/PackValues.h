//===-- PackValues.h - Typed values out of a pack's YAML --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_CATALOG_PACKVALUES_H
#define ASYNC_TIDY_LIB_CATALOG_PACKVALUES_H

#include "lib/catalog/Model.h"
#include "lib/catalog/NameSyntax.h"
#include "lib/catalog/YamlTree.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/Twine.h"
#include <optional>

namespace asynctidy::catalog {

/// Words that may stand where an argument's index is asked for.
enum class IndexWord : unsigned { None = 0, Receiver = 1, Any = 2 };

/// Reads values of one pack and collects what is wrong with them. After a
/// mistake each function returns something harmless: the pack is refused then.
class PackValues {
public:
  PackValues(llvm::StringRef File, PackStorage &Storage,
             std::vector<PackError> &Errors)
      : Storage(Storage), File(File), Errors(Errors) {}

  void mistake(const YamlNode &At, const llvm::Twine &Message);

  /// One line that isn't empty.
  llvm::StringRef text(const YamlNode &Node);
  /// A list of them; one may stand without a list.
  llvm::ArrayRef<llvm::StringRef> texts(const YamlNode &Node);
  llvm::StringRef name(const YamlNode &Node, NameRule Rule);
  llvm::ArrayRef<llvm::StringRef> names(const YamlNode &Node, NameRule Rule);

  /// A word in braces is a placeholder, one of \p Known; other braces are C++.
  void checkPlaceholders(const YamlNode &Node, llvm::StringRef Text,
                         llvm::ArrayRef<llvm::StringRef> Known);

  /// Headers as an include in angle brackets names them.
  llvm::ArrayRef<llvm::StringRef> headers(const YamlNode &Node);

  bool boolean(const YamlNode &Node);
  /// `2`, `2+`, `1-3`.
  Range range(const YamlNode &Node);
  int index(const YamlNode &Node, IndexWord Allowed = IndexWord::None);
  llvm::ArrayRef<int> indexes(const YamlNode &Node);
  uint64_t bits(const YamlNode &Node);

  /// A map from indexes: calls \p Visit for each.
  void indexed(const YamlNode &Node, IndexWord Allowed,
               llvm::function_ref<void(int, const YamlNode &)> Visit);

  /// One of the enumeration's spellings, or of the first \p Count of them.
  template <typename Enum>
  Enum word(const YamlNode &Node, unsigned Count = 99) {
    return static_cast<Enum>(
        wordIndex(Node, spellings<Enum>().take_front(Count)));
  }

  /// Calls \p Visit for each item of a list.
  void items(const YamlNode &Node, llvm::StringRef Expected,
             llvm::function_ref<void(const YamlNode &)> Visit);

  PackStorage &Storage;

private:
  unsigned wordIndex(const YamlNode &Node,
                     llvm::ArrayRef<llvm::StringRef> Words);
  llvm::ArrayRef<llvm::StringRef>
  each(const YamlNode &Node,
       llvm::function_ref<llvm::StringRef(const YamlNode &)> Read);

  llvm::StringRef File;
  std::vector<PackError> &Errors;
};

/// The keys of one map. Its maker reports what isn't a map, unknown keys and
/// keys given twice.
class PackFields {
public:
  /// \p What names the map in messages: "an entry of 'blocking'".
  PackFields(PackValues &Values, const YamlNode &Map, llvm::StringRef What,
             llvm::ArrayRef<llvm::StringRef> Allowed);

  /// The value of \p Key, which is one of those allowed; null when it isn't
  /// given.
  const YamlNode *get(llvm::StringRef Key) const;
  /// The same; one that isn't given is a mistake.
  const YamlNode *require(llvm::StringRef Key) const;

private:
  PackValues &Values;
  const YamlNode &Map;
  llvm::StringRef What;
  llvm::ArrayRef<llvm::StringRef> Allowed;
  llvm::SmallVector<const YamlNode *, 16>
      Found; ///< a value for each of Allowed
};

} // namespace asynctidy::catalog

#endif // ASYNC_TIDY_LIB_CATALOG_PACKVALUES_H
