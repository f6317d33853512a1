//===-- GitHub.cpp - Findings as annotations of a job ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/report/GitHub.h"
#include "lib/report/Report.h"
#include "lib/report/Text.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"

namespace asynctidy::report {
namespace {

/// What is read from a repository can neither end the command and begin another
/// one, nor steer the terminal.
std::string escaped(llvm::StringRef Text, llvm::StringRef Special) {
  std::string Result;
  for (char C : llvm::json::fixUTF8(Text)) {
    if (Special.contains(C))
      Result += "%" + llvm::toHex(llvm::StringRef(&C, 1));
    else if (static_cast<unsigned char>(C) < ' ' || C == '\x7f')
      Result += C == '\t' ? ' ' : '?';
    else
      Result += C;
  }
  return Result;
}

std::string data(llvm::StringRef Text) { return escaped(Text, "%\r\n"); }

std::string property(llvm::StringRef Text) { return escaped(Text, "%\r\n:,"); }

void command(llvm::raw_ostream &OS, llvm::StringRef Kind, const Place &At,
             llvm::StringRef Title, llvm::StringRef Message) {
  OS << "::" << Kind << ' ';
  if (!At.File.empty())
    OS << "file=" << property(At.File) << ',';
  if (At.Line)
    OS << "line=" << At.Line << ',';
  if (At.Column)
    OS << "col=" << At.Column << ',';
  OS << "title=" << property(Title) << "::" << data(Message) << '\n';
}

/// The message, a line for each note, and the cure last.
std::string body(const Finding &F) {
  std::string Result = F.Message;
  const Note *Cure = cure(F);
  for (const Note &N : F.Notes) {
    if (&N == Cure)
      continue;
    Result += "\nnote: ";
    if (N.At.Line && N.At != F.At)
      Result += N.At.File + ":" + llvm::utostr(N.At.Line) + ":" +
                llvm::utostr(N.At.Column) + ": ";
    Result += N.Message;
  }
  if (Cure)
    Result += "\nhelp: " + Cure->Message;
  return Result;
}

} // namespace

void writeGitHub(const Report &R, bool Summary, llvm::raw_ostream &OS) {
  for (const Finding &F : R.Findings)
    command(OS, F.Lvl == Level::Strict ? "notice" : "warning", F.At, F.Check,
            body(F));
  for (const Failure &F : R.Failures)
    command(OS, "error", {F.File}, "async-tidy",
            "could not be analysed: " + F.Message);
  if (Summary)
    OS << summaryLine(R) << '\n';
}

} // namespace asynctidy::report
