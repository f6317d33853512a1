//===-- Answers.h - Ends a request without its result -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_REQUESTS_ANSWERS_H
#define ASYNC_TIDY_LIB_PROGRAM_REQUESTS_ANSWERS_H

#include "lib/program/Symbols.h"
#include "lib/program/UnitFacts.h"
#include "lib/web/Values.h"

namespace asynctidy::program {

enum class AnswerKind : uint8_t { NotFound, BadRequest };

/// The change that has the handler \p By answer where \p Condition holds,
/// before the statement that has \p Use; empty where the catalog doesn't know
/// how that handler answers, or the statement stands in no block of its body.
std::vector<EditFact> answerBefore(const clang::Stmt *Use,
                                   llvm::StringRef Condition, AnswerKind Kind,
                                   const clang::FunctionDecl *By,
                                   const Values &Origins, SymbolTable &Names);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_REQUESTS_ANSWERS_H
