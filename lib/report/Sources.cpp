//===-- Sources.cpp - Lines of the files that are reported on -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/report/Sources.h"
#include "llvm/Support/Path.h"
#include <algorithm>

namespace asynctidy::report {

const Sources::Text &Sources::text(llvm::StringRef File) {
  auto [It, New] = Texts.try_emplace(File);
  Text &T = It->second;
  if (!New)
    return T;
  llvm::SmallString<256> Path(File);
  llvm::sys::path::make_absolute(Root, Path);
  if (auto Buffer = llvm::MemoryBuffer::getFile(Path))
    T.Buffer = std::move(*Buffer);
  T.Starts.push_back(0);
  llvm::StringRef All = T.all();
  for (size_t I = All.find('\n'); I != llvm::StringRef::npos;
       I = All.find('\n', I + 1))
    T.Starts.push_back(I + 1);
  return T;
}

llvm::StringRef Sources::line(llvm::StringRef File, unsigned Line) {
  const Text &T = text(File);
  if (Line == 0 || Line > T.Starts.size())
    return "";
  return T.all().substr(T.Starts[Line - 1]).split('\n').first.rtrim('\r');
}

std::optional<size_t> Sources::size(llvm::StringRef File) {
  const Text &T = text(File);
  if (!T.Buffer)
    return std::nullopt;
  return T.all().size();
}

std::pair<unsigned, unsigned> Sources::position(llvm::StringRef File,
                                                unsigned Offset) {
  const Text &T = text(File);
  size_t At = std::min<size_t>(Offset, T.all().size());
  auto Next = std::upper_bound(T.Starts.begin(), T.Starts.end(), At);
  unsigned Line = Next - T.Starts.begin();
  return {Line, static_cast<unsigned>(At - T.Starts[Line - 1]) + 1};
}

} // namespace asynctidy::report
