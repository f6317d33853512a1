//===-- HttpMethods.cpp - The methods of HTTP -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/catalog/HttpMethods.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace asynctidy::catalog {

static constexpr StringRef Methods[] = {"GET",     "HEAD",   "POST",
                                        "PUT",     "DELETE", "CONNECT",
                                        "OPTIONS", "TRACE",  "PATCH"};

llvm::ArrayRef<StringRef> httpMethods() { return Methods; }

StringRef httpMethodNamed(StringRef Name) {
  for (StringRef Prefix : {"http", "_", "method", "_"})
    if (Name.starts_with_insensitive(Prefix))
      Name = Name.drop_front(Prefix.size());
  if (Name.size() > 1 && Name.front() == 'k' && llvm::isUpper(Name[1]))
    Name = Name.drop_front();
  Name.consume_back("_"); // a keyword otherwise
  if (Name.equals_insensitive("del"))
    return "DELETE";
  const auto *Found = llvm::find_if(
      Methods, [&](StringRef M) { return Name.equals_insensitive(M); });
  return Found == std::end(Methods) ? StringRef() : *Found;
}

} // namespace asynctidy::catalog
