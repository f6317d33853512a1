//===-- HeaderSets.h - Which units share which headers ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TOOLS_ASYNC_TIDY_HEADERSETS_H
#define ASYNC_TIDY_TOOLS_ASYNC_TIDY_HEADERSETS_H

#include "lib/frontend/SharedBuild.h"
#include "lib/runner/Inputs.h"
#include "lib/runner/Process.h"
#include "tools/async-tidy/CollectUnit.h"
#include "llvm/ADT/StringMap.h"
#include <deque>
#include <set>

namespace asynctidy {

/// Where sets of headers are kept.
struct CacheOptions {
  /// Empty for nowhere.
  std::string Folder;
  /// In bytes; 0 for no limit.
  uint64_t Limit = 0;
};

/// Groups the units of a run by their options, and decides which groups get a
/// set of shared headers, an old or a new one.
class HeaderSets {
public:
  /// Units whose options agree.
  struct Group {
    std::string Key;
    /// One that has the options.
    runner::Unit Sample;
    /// Of this run; for \c choose only.
    std::vector<const UnitJob *> Units;
    /// Null for none.
    std::shared_ptr<const frontend::SharedHeaders> Set;
    /// A set that is to be made.
    std::optional<frontend::SharedRequest> Wanted;
    /// Before it is \c Ready the group's units wait.
    enum { Ready, ToMake, BeingMade } Now = Ready;
    /// What units took long for, of how many units, and whether that is being
    /// added to the set.
    std::vector<std::string> Types;
    unsigned LearntFrom = 0;
    bool AddingTypes = false;
  };

  HeaderSets(const CacheOptions &Options,
             const frontend::ExternalFiles &External,
             runner::InputChecker &Checker)
      : Options(Options), External(External), Checker(Checker),
        Cache(Options.Folder) {}
  HeaderSets(const HeaderSets &) = delete;
  HeaderSets &operator=(const HeaderSets &) = delete;
  /// Nothing is left of what wasn't made to the end.
  ~HeaderSets();

  /// Null when there can be no set for it; otherwise \p Job stays where it is.
  Group *add(const UnitJob &Job);

  /// After all were added.
  void choose();

  /// A group whose set has to be made; null when there is none left.
  Group *nextToMake();
  /// Returns the file that is to be made; empty when there can be none.
  std::string begin(Group &G);
  /// In a process of its own; the result goes to \p OS.
  void make(const Group &G, const std::string &File,
            llvm::raw_ostream &OS) const;
  /// Takes over what \c make did.
  void end(Group &G, const std::string &File, const runner::Outcome &Done);

  /// A unit with the group's set has ended.
  void learn(Group &G, std::vector<std::string> Types);
  /// A group that knows well enough which types to add to its set, for units
  /// that are still to come and for the next run; null when there is none. At
  /// the end what is known has to do.
  Group *nextForTypes(bool IsEnd);
  /// As \c begin, \c make and \c end do for sets. The group's units don't wait.
  std::string beginTypes(Group &G);
  void makeTypes(const Group &G, const std::string &File,
                 llvm::raw_ostream &OS) const;
  void endTypes(Group &G, const std::string &File, const runner::Outcome &Done);

  /// Gives \p Job the set of its group, and the mode that goes with it.
  void assign(const Group &G, UnitJob &Job) const;

  /// Keeps the cache under its limit.
  void prune() const;

private:
  bool pays(const Group &G, const frontend::SharedHeaders *Present) const;
  bool isCurrent(const frontend::SharedHeaders &Set) const;
  void fail(const std::string &Problem);

  const CacheOptions &Options;
  const frontend::ExternalFiles &External;
  runner::InputChecker &Checker;
  frontend::SharedCache Cache;
  std::deque<Group> Groups;
  /// By the text of the command, and by what Clang makes of it.
  llvm::StringMap<Group *> ByCommand, ByKey;
  std::set<std::string> Making;
  bool Failed = false;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_TOOLS_ASYNC_TIDY_HEADERSETS_H
