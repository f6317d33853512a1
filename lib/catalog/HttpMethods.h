//===-- HttpMethods.h - The methods of HTTP ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_CATALOG_HTTPMETHODS_H
#define ASYNC_TIDY_LIB_CATALOG_HTTPMETHODS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace asynctidy::catalog {

/// GET, HEAD, POST, PUT, DELETE, CONNECT, OPTIONS, TRACE, PATCH: RFC 9110, 9.3,
/// and RFC 5789.
llvm::ArrayRef<llvm::StringRef> httpMethods();

/// The method that a name stands for, as libraries spell it: `Patch`, `PATCH`,
/// `kPatch`, `http_patch`, `HTTP_PATCH`, `http_method_patch`, `del`, `delete_`.
/// Empty for any other name.
llvm::StringRef httpMethodNamed(llvm::StringRef Name);

} // namespace asynctidy::catalog

#endif // ASYNC_TIDY_LIB_CATALOG_HTTPMETHODS_H
