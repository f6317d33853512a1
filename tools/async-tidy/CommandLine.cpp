//===-- CommandLine.cpp - What the user asks for --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/async-tidy/CommandLine.h"
#include <CLI/CLI.hpp>
#include <iostream>

namespace asynctidy {
namespace {

constexpr int WrongUsage = 2;

/// One value for each time that it is given: `--catalog a b` would swallow
/// what follows.
CLI::Option *repeatable(CLI::App &App, const std::string &Name,
                        std::vector<std::string> &Values,
                        const std::string &Help) {
  return App.add_option(Name, Values, Help)
      ->allow_extra_args(false)
      ->type_name("FILE");
}

/// Range lets what is no number pass.
CLI::Validator numberUpTo(double Most) {
  return CLI::Validator(
      [Most](std::string &Text) -> std::string {
        double Value = -1;
        if (!Text.empty() && CLI::detail::lexical_cast(Text, Value) &&
            Value >= 0 && Value <= Most)
          return "";
        return "'" + Text + "' is no number from 0 to " +
               std::to_string(static_cast<long>(Most));
      },
      "");
}

void addCacheDir(CLI::App &App, std::string &Folder) {
  App.add_option(
         "--cache-dir", Folder,
         "Folder of precompiled headers; async-tidy in the user's cache "
         "folder when left out")
      ->type_name("DIR");
}

void addRun(CLI::App &App, CommandLine &Result) {
  RunOptions &Options = Result.Run;
  CLI::App *Run =
      App.add_subcommand("run", "Lint the units of a compilation database");
  Run->add_option("PATH", Options.Paths,
                  "Files and folders to lint; all units when left out")
      ->type_name("");
  Run->add_option("-p", Options.Build,
                  "Folder of compile_commands.json; looked for in the parents "
                  "of PATH when left out")
      ->type_name("BUILD");
  Run->add_option("--checks", Options.Checks,
                  "Checks to run: names or globs separated by commas, with a "
                  "leading '-' to leave out; what .clang-tidy files say when "
                  "left out")
      ->type_name("GLOB");
  auto SetFormat = [&Options](const std::string &Name) {
    using enum RunOptions::Format;
    Options.Output = Name == "json"     ? Json
                     : Name == "sarif"  ? Sarif
                     : Name == "github" ? GitHub
                                        : Text;
  };
  Run->add_option_function<std::string>(
         "--format", SetFormat, "How to report: text, json, sarif or github")
      ->check(
          CLI::IsMember({"text", "json", "sarif", "github"}).description(""))
      ->type_name("FORMAT");
  Run->add_option("-o", Options.OutputPath, "Write the report to a file")
      ->type_name("FILE");
  repeatable(*Run, "--catalog", Options.Catalogs,
             "A further catalog pack; may be repeated");
  Run->add_option("--facts", Options.FactsPath,
                  "The fact store; .async-tidy/facts.db in the project's root "
                  "when left out")
      ->type_name("FILE");
  Run->add_option("-j", Options.Jobs,
                  "Units at once; what cores and memory allow when left out")
      ->check(CLI::Range(1, 1024).description(""))
      ->type_name("N");
  Run->add_option("--timeout", Options.TimeoutSeconds,
                  "Seconds after which a unit is given up; 600 when left out, "
                  "0 for never")
      ->check(numberUpTo(1e9))
      ->type_name("SECONDS");
  Run->add_option("--memory-limit", Options.MemoryLimitMiB,
                  "Memory in MiB beyond which a unit is given up; 8192 when "
                  "left out, 0 for no limit")
      ->check(numberUpTo(1 << 30))
      ->type_name("MIB");
  Run->add_flag("--full-parse", Options.FullParse,
                "Parse the bodies of libraries' functions too, as the compiler "
                "does: several times slower");
  addCacheDir(*Run, Options.CacheDir);
  Run->add_option("--cache-size", Options.CacheSizeMiB,
                  "Most that precompiled headers may take up, in MiB; 4096 "
                  "when left out, 0 for no limit")
      ->check(numberUpTo(1 << 30))
      ->type_name("MIB");
  Run->add_flag("--no-cache", Options.NoCache,
                "Parse every unit again, and keep no precompiled headers");
  Run->add_flag("--fix", Options.Fix,
                "Apply the fixes that keep the meaning, and report what is "
                "left");
  Run->add_flag("--unsafe-fixes", Options.UnsafeFixes,
                "Apply those too that need a look");
  Run->add_flag("--quiet", Options.Quiet,
                "Findings only: no progress and no summary");
  Run->add_flag("--statistics", Options.Statistics,
                "Findings by check, and the slowest units, on stderr");
  Run->callback([&Result] { Result.What = Command::Run; });
}

void addCatalog(CLI::App &App, CommandLine &Result) {
  CLI::App *Catalog =
      App.add_subcommand("catalog", "Look at catalog packs and check them");
  Catalog->require_subcommand(1);

  CLI::App *List = Catalog->add_subcommand(
      "list", "The packs, or the entries of one of them");
  List->add_option("PACK", Result.List.Pack, "A pack's name")->type_name("");
  repeatable(*List, "--catalog", Result.List.Catalogs,
             "A further pack; may be repeated");
  List->callback([&Result] { Result.What = Command::CatalogList; });

  CLI::App *Check = Catalog->add_subcommand(
      "check", "Read packs and report every mistake in them");
  Check->add_option("FILE", Result.Check.Files, "Packs")
      ->required()
      ->type_name("");
  Check->callback([&Result] { Result.What = Command::CatalogCheck; });

  CLI::App *Verify = Catalog->add_subcommand(
      "verify", "Look every name of the packs up in the libraries' headers");
  Verify
      ->add_option("UNIT", Result.Verify.Unit,
                   "A source file that includes the headers; those that the "
                   "packs name when left out")
      ->type_name("");
  Verify
      ->add_option("--pack", Result.Verify.Packs,
                   "Only this pack; may be repeated")
      ->allow_extra_args(false)
      ->type_name("NAME");
  Verify
      ->add_option("-p", Result.Verify.Build,
                   "Folder of compile_commands.json, for UNIT")
      ->type_name("BUILD");
  repeatable(*Verify, "--catalog", Result.Verify.Catalogs,
             "A further pack; may be repeated");
  Verify->callback([&Result] { Result.What = Command::CatalogVerify; });
}

void addFacts(CLI::App &App, CommandLine &Result) {
  FactsOptions &Options = Result.Facts;
  CLI::App *Facts = App.add_subcommand(
      "facts", "Move what is known of a program between machines, or list it");
  Facts->require_subcommand(1);
  auto Add = [&](const char *Name, const char *Help, Command What) {
    CLI::App *Sub = Facts->add_subcommand(Name, Help);
    Sub->callback([&Result, What] { Result.What = What; });
    return Sub;
  };
  auto AddStore = [&](CLI::App *Sub) {
    Sub->add_option("--facts", Options.Store,
                    "The fact store; that of the project around the current "
                    "folder when left out")
        ->type_name("FILE");
  };
  CLI::App *Export = Add("export", "Write a store's facts, one file a unit",
                         Command::FactsExport);
  Export->add_option("FOLDER", Options.Output, "Where the files go")
      ->required()
      ->type_name("");
  AddStore(Export);

  CLI::App *Import =
      Add("import", "Take files of facts into a store", Command::FactsImport);
  Import->add_option("PATH", Options.Inputs, "Files, and folders of them")
      ->required()
      ->type_name("");
  AddStore(Import);

  CLI::App *Merge = Add("merge", "Make one store of several, and of files",
                        Command::FactsMerge);
  Merge
      ->add_option("INPUT", Options.Inputs,
                   "Stores, files and folders; later ones win")
      ->required()
      ->type_name("");
  Merge->add_option("-o", Options.Output, "The store to write")
      ->required()
      ->type_name("FILE");

  AddStore(Add("routes",
               "List routes with their handlers: methods, path, "
               "handler, place",
               Command::FactsRoutes));
}

void addCache(CLI::App &App, CommandLine &Result) {
  CLI::App *Cache = App.add_subcommand("cache", "What is kept between runs");
  Cache->require_subcommand(1);
  CLI::App *Clear = Cache->add_subcommand(
      "clear", "Remove precompiled headers and the project's fact store: the "
               "next run parses everything");
  addCacheDir(*Clear, Result.Cache.Dir);
  Clear
      ->add_option("--facts", Result.Cache.Store,
                   "The fact store; that of the project around the current "
                   "folder when left out")
      ->type_name("FILE");
  Clear->callback([&Result] { Result.What = Command::CacheClear; });
}

/// The subcommand that was reached, for the hint.
std::string reached(const CLI::App &App) {
  std::string Result = "async-tidy";
  const CLI::App *At = &App;
  while (At && !At->get_subcommands().empty()) {
    At = At->get_subcommands().front();
    Result += " " + At->get_name();
  }
  return Result;
}

} // namespace

CommandLine readCommandLine(int Argc, const char *const *Argv) {
  CommandLine Result;
  CLI::App App("Finds the red flags of async web services in C++.",
               "async-tidy");
  App.require_subcommand(0, 1);
  bool Version = false;
  App.add_flag("--version", Version,
               "The versions of async-tidy and of the LLVM inside");
  addRun(App, Result);
  addCatalog(App, Result);
  addFacts(App, Result);
  addCache(App, Result);
  App.footer("Exit status: 0 nothing found, 1 findings, 2 wrong usage or "
             "configuration, 3 some unit could not be analysed.");
  try {
    App.parse(Argc, Argv);
  } catch (const CLI::ParseError &E) {
    // Help is an exception as well, with status 0.
    if (E.get_exit_code() == 0) {
      App.exit(E);
      return Result;
    }
    std::cerr << "async-tidy: error: " << E.what() << "\n"
              << "Run '" << reached(App) << " --help' for the usage.\n";
    Result.What = Command::None;
    Result.ExitStatus = WrongUsage;
    return Result;
  }
  if (Version) {
    Result.What = Command::Version;
  } else if (Result.What == Command::None) {
    std::cerr << App.help();
    Result.ExitStatus = WrongUsage;
  }
  return Result;
}

} // namespace asynctidy
