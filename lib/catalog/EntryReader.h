//===-- EntryReader.h - Reads the sections of a pack ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_CATALOG_ENTRYREADER_H
#define ASYNC_TIDY_LIB_CATALOG_ENTRYREADER_H

#include "lib/catalog/PackValues.h"
#include "llvm/ADT/StringMap.h"

namespace asynctidy::catalog {

/// Reads the entries of every section but `replacements`.
class EntryReader {
public:
  explicit EntryReader(PackValues &Values) : Values(Values) {}

  /// The packages that `not-in` may name.
  void setPackages(llvm::ArrayRef<Verify> Verifies);
  void readSection(Section S, const YamlNode &Node);
  /// The key of a runtime.
  llvm::StringRef runtime(const YamlNode &Node);

  std::vector<Entry> take() { return std::move(Entries); }

private:
  void readEntry(Section S, const YamlNode &Node);
  void readNames(const PackFields &Fields, const YamlNode &Node, Entry &E);
  void readBlocking(const PackFields &Fields, const YamlNode &Node, Entry &E);
  void readDescriptors(const PackFields &Fields, Entry &E);
  void readCoroutines(const PackFields &Fields, Entry &E);
  void readCallbacks(const PackFields &Fields, Entry &E);
  void readSwitches(const PackFields &Fields, Entry &E);
  void readLocks(const PackFields &Fields, const YamlNode &Node, Entry &E);
  void readEvents(const PackFields &Fields, Entry &E);
  void readResources(const PackFields &Fields, const YamlNode &Node, Entry &E);
  void readParameters(const PackFields &Fields, const YamlNode &Node, Entry &E);
  void readPlace(const PackFields &Fields, const YamlNode &Node,
                 ParameterUse &Use);
  void readRoutes(const PackFields &Fields, const YamlNode &Node, Entry &E);
  void readHandler(const YamlNode &Node, RouteUse &Use);
  void readAnswers(const PackFields &Fields, const YamlNode &Node, Entry &E);
  void readReads(const PackFields &Fields, const YamlNode &Node, Entry &E);
  /// A method of HTTP, or one of \p AndWords.
  llvm::StringRef httpMethod(const YamlNode &Node,
                             llvm::ArrayRef<llvm::StringRef> AndWords);
  void readLevel(const PackFields &Fields, const YamlNode &Node, Entry &E);
  void readContext(const PackFields &Fields, Entry &E, unsigned NumAllowed);
  void readExecutor(const PackFields &Fields, Entry &E);
  void readRuntime(const PackFields &Fields, Entry &E);
  void readRequest(const PackFields &Fields, Entry &E);
  void readUnlessCalled(const YamlNode &Node, Entry &E);
  void readDuration(const YamlNode &Node, Entry &E);
  void readNotIn(const YamlNode &Node, Entry &E);
  void checkAnyMethod(const YamlNode &Node, const Entry &E);
  void checkGivenOnce(const Entry &E, const YamlNode *Node,
                      llvm::StringRef Selection);
  void checkRuntime(const YamlNode &Node, llvm::StringRef Runtime);

  void checkOnlyWith(const PackFields &Fields, llvm::StringRef With,
                     llvm::ArrayRef<llvm::StringRef> Keys);
  llvm::ArrayRef<llvm::StringRef> numbers(const YamlNode &Node);

  Condition condition(const YamlNode &Node);
  llvm::ArrayRef<IndexedText> indexedTexts(const YamlNode &Node);
  llvm::ArrayRef<IndexedText> indexedNames(const YamlNode &Node);
  llvm::ArrayRef<IndexedBits> indexedBits(const YamlNode &Node);

  PackValues &Values;
  std::vector<Entry> Entries;
  std::vector<llvm::StringRef> Packages;
  /// Line of each name with its section and conditions.
  llvm::StringMap<unsigned> Given;
  size_t NumNames = 0; ///< each scope of an entry counted
};

} // namespace asynctidy::catalog

#endif // ASYNC_TIDY_LIB_CATALOG_ENTRYREADER_H
