//===-- CommandLine.h - What the user asks for ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Plain data between the command line's reader and the commands.
///
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TOOLS_ASYNC_TIDY_COMMANDLINE_H
#define ASYNC_TIDY_TOOLS_ASYNC_TIDY_COMMANDLINE_H

#include <string>
#include <vector>

namespace asynctidy {

/// `async-tidy run`
struct RunOptions {
  /// Files and folders; empty for every unit of the database.
  std::vector<std::string> Paths;
  /// Folder of the compilation database; empty to look for it.
  std::string Build;
  /// Globs of checks, as in clang-tidy; empty for all.
  std::string Checks;
  enum class Format { Text, Json, Sarif, GitHub } Output = Format::Text;
  /// File for the report; empty for the standard output.
  std::string OutputPath;
  /// Packs beside the built-in ones.
  std::vector<std::string> Catalogs;
  /// The fact store; empty for the project's own.
  std::string FactsPath;
  /// How many units at once; 0 for what the machine allows.
  unsigned Jobs = 0;
  /// For each unit: wall time, and memory in MiB; 0 for no limit.
  double TimeoutSeconds = 600;
  unsigned MemoryLimitMiB = 8192;
  bool FullParse = false;
  /// Where precompiled headers are kept; empty for the user's cache.
  std::string CacheDir;
  unsigned CacheSizeMiB = 4096;
  bool NoCache = false;
  bool Quiet = false;
  bool Statistics = false;
  /// Apply the fixes that keep the meaning; those that need a look as well.
  bool Fix = false;
  bool UnsafeFixes = false;
};

/// `async-tidy cache clear`
struct CacheClearOptions {
  /// Empty for the user's cache.
  std::string Dir;
  /// The fact store; empty for that of the project around the current folder.
  std::string Store;
};

/// `async-tidy catalog list`
struct CatalogListOptions {
  std::string Pack;
  std::vector<std::string> Catalogs;
};

/// `async-tidy catalog check`
struct CatalogCheckOptions {
  std::vector<std::string> Files;
};

/// `async-tidy catalog verify`
struct CatalogVerifyOptions {
  std::vector<std::string> Packs;
  std::string Build;
  std::string Unit;
  std::vector<std::string> Catalogs;
};

/// `async-tidy facts`
struct FactsOptions {
  /// The fact store; empty for that of the project around the current folder.
  std::string Store;
  /// Files, folders and stores to read.
  std::vector<std::string> Inputs;
  /// The folder or the store to write.
  std::string Output;
};

enum class Command {
  /// The command line was all: help was printed, or a mistake.
  None,
  Version,
  Run,
  CatalogList,
  CatalogCheck,
  CatalogVerify,
  FactsExport,
  FactsImport,
  FactsMerge,
  FactsRoutes,
  CacheClear,
};

/// The command and its options; those of the other commands are as they were.
struct CommandLine {
  Command What = Command::None;
  /// For \c Command::None.
  int ExitStatus = 0;
  RunOptions Run;
  CatalogListOptions List;
  CatalogCheckOptions Check;
  CatalogVerifyOptions Verify;
  FactsOptions Facts;
  CacheClearOptions Cache;
};

/// Reads it. Help goes to the standard output, mistakes to the standard error.
CommandLine readCommandLine(int Argc, const char *const *Argv);

} // namespace asynctidy

#endif // ASYNC_TIDY_TOOLS_ASYNC_TIDY_COMMANDLINE_H
