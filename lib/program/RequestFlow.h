//===-- RequestFlow.h - Where the data of requests goes ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_REQUESTFLOW_H
#define ASYNC_TIDY_LIB_PROGRAM_REQUESTFLOW_H

#include "lib/program/Requests.h"
#include "llvm/ADT/DenseSet.h"
#include <map>

namespace asynctidy::program {

/// A route, and a function that answers it.
struct Answer {
  const RouteFact *Route = nullptr;
  FunctionId Handler = None;
  /// Where the project's own function that has the route is given the handler;
  /// null where the route says it.
  const HandOverFact *Given = nullptr;
};

/// The functions that run for the requests of some routes, and what of a
/// request their parameters get.
class RequestFlow {
public:
  /// What a parameter gets.
  enum class Content : uint8_t {
    Raw,    ///< the request, or what was parsed from it
    Object, ///< a class of the project's, read from it
    Value,  ///< a single value that may not have been sent
    Entity, ///< something that is kept
  };
  /// A parameter, by the one symbol that stands for its function.
  using Key = std::pair<SymbolId, uint32_t>;

  /// Follows the routes that have \p Method; all routes where that is empty.
  /// \p Graph must outlive it.
  RequestFlow(const RunGraph &Graph, const Requests &PerRequest,
              llvm::StringRef Method);

  struct Root {
    Answer Of;
    /// Parts of the handler that answer other methods.
    std::vector<const RouteFact *> Others;
  };
  bool empty() const { return Roots.empty(); }
  const Root &root(uint32_t Index) const { return Roots[Index]; }

  /// The root by which a write or pass runs for a request; None when it
  /// doesn't.
  template <typename Fact> uint32_t rootOf(const Fact &F) const {
    uint32_t Root = rootOf(F.By, F.At);
    for (SymbolId Outer : F.Within)
      if (Root == None)
        Root = rootOf(Outer, F.At);
    return Root;
  }

  /// A root whose handler is \p F; None when it is nobody's.
  uint32_t rootOfHandler(FunctionId F) const {
    auto It = ByHandler.find(F);
    return It == ByHandler.end() ? None : It->second.front();
  }

  /// May \p S get that?
  bool has(const Slot &S, Content What) const;
  /// Is it read from a request?
  bool isRead(const OriginFact &From) const {
    return From.From.Owner == None || has(From.From, Content::Raw);
  }
  /// Is it an object read from a request whose fields may be left out?
  bool isReadByClass(const OriginFact &From) const {
    return isRead(From) &&
           (From.Reader == None || Readers.contains(canonical(From.Reader)));
  }
  /// The passes by which \p S came to its content, the first first. None for
  /// a handler's own parameter.
  std::vector<const PassFact *> wayTo(const Slot &S, Content What) const;

  SymbolId canonical(SymbolId S) const;
  Key key(const Slot &S) const { return {canonical(S.Owner), S.Parameter}; }

private:
  /// How a parameter came to its content.
  struct Arrival {
    const PassFact *Pass = nullptr;
    Key Before = {None, None};
    Content Had = Content::Raw;
  };

  void findRoots(const Requests &PerRequest, llvm::StringRef Method);
  void findOthers(llvm::ArrayRef<const RouteFact *> Routes,
                  llvm::StringRef Method);
  void reach();
  void follow();
  uint32_t rootOf(SymbolId By, const Place &At) const;
  bool isRoot(FunctionId F) const { return ByHandler.contains(F); }
  bool answers(const Root &R, const Place &At) const;
  bool isHandlers(const Slot &S, Content What) const;
  template <typename Fn>
  void contentsOf(const OriginFact &From, Fn Visit) const;

  const Program &P;
  const RunGraph &Graph;
  std::vector<Root> Roots;
  llvm::DenseMap<FunctionId, llvm::SmallVector<uint32_t, 1>> ByHandler;
  /// Functions that handlers run, and a root that does.
  llvm::DenseMap<FunctionId, uint32_t> Reached;
  /// Functions that make objects, and go on where a field isn't there.
  llvm::DenseSet<SymbolId> Readers;
  std::map<std::pair<Key, Content>, Arrival> Contents;
};

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_REQUESTFLOW_H
