//===-- Pch.h - Clang's headers, precompiled once ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Every translation unit of lib/, checks/ and tools/ starts with this. No file
/// relies on it: each includes what it uses.
///
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_SUPPORT_PCH_H
#define ASYNC_TIDY_LIB_SUPPORT_PCH_H

#include "clang-tidy/ClangTidyCheck.h"
#include "clang-tidy/ClangTidyModule.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/raw_ostream.h"
#include <memory>
#include <optional>
#include <string>
#include <vector>

#endif // ASYNC_TIDY_LIB_SUPPORT_PCH_H
