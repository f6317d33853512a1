//===-- Finding.h - What a run reports --------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Plain data, the same for every output format. Files are relative to the
/// project's root with `/` between folders; a file outside the root is
/// absolute. Lines and columns count from 1, columns in bytes; 0 is nowhere.
///
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_REPORT_FINDING_H
#define ASYNC_TIDY_LIB_REPORT_FINDING_H

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace asynctidy::report {

/// A place in a file.
struct Place {
  std::string File;
  unsigned Line = 0;
  unsigned Column = 0;

  auto operator<=>(const Place &) const = default;
};

/// One step of the explanation.
struct Note {
  std::string Message;
  Place At;

  auto operator<=>(const Note &) const = default;
};

/// \c Length bytes at \c Offset become \c Text.
struct Edit {
  std::string File;
  unsigned Offset = 0;
  unsigned Length = 0;
  std::string Text;

  auto operator<=>(const Edit &) const = default;
};

/// A safe fix keeps the meaning; an unsafe one needs a look.
enum class Safety : uint8_t { Safe, Unsafe };

struct Fix {
  Safety Kind = Safety::Safe;
  std::vector<Edit> Edits;

  auto operator<=>(const Fix &) const = default;
};

/// `strict` findings are shown only when they are asked for.
enum class Level : uint8_t { Default, Strict };

/// The members stand in the order by which findings are sorted.
struct Finding {
  Place At;
  std::string Check;
  std::string Message;
  Level Lvl = Level::Default;
  std::vector<Note> Notes;
  std::vector<Fix> Fixes;
  /// The same for the same finding when lines above it come or go.
  std::string Fingerprint;

  auto operator<=>(const Finding &) const = default;
};

/// A unit that could not be analysed, or only in part.
struct Failure {
  std::string File;
  std::string Message;

  auto operator<=>(const Failure &) const = default;
};

/// What one unit yields.
struct UnitResult {
  std::vector<Finding> Findings;
  std::vector<Failure> Failures;
  /// Mistakes in options or packs: nothing of this run can be trusted.
  std::vector<std::string> ConfigurationErrors;
};

/// What a run yields.
struct Report {
  /// Version of async-tidy, and of the LLVM inside.
  std::string Version;
  std::string LLVMVersion;
  /// The project's root, absolute.
  std::string Root;
  std::vector<Finding> Findings;
  std::vector<Failure> Failures;
  unsigned Units = 0;
  /// Units whose result was taken from the cache.
  unsigned Cached = 0;
  double Seconds = 0;
};

} // namespace asynctidy::report

#endif // ASYNC_TIDY_LIB_REPORT_FINDING_H
