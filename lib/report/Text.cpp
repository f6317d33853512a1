//===-- Text.cpp - Findings for people ------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/report/Text.h"
#include "lib/report/Report.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Unicode.h"
#include <algorithm>

namespace asynctidy::report {
namespace {

constexpr llvm::StringLiteral Bold("\033[1m");
constexpr llvm::StringLiteral Red("\033[1;31m");
constexpr llvm::StringLiteral Yellow("\033[1;33m");
constexpr llvm::StringLiteral Cyan("\033[1;36m");
constexpr llvm::StringLiteral Green("\033[1;32m");
constexpr llvm::StringLiteral Blue("\033[34m");
constexpr llvm::StringLiteral Reset("\033[0m");

constexpr unsigned TabWidth = 4;
/// Notes beyond these have no source lines: thirty with three lines each hide
/// the finding.
constexpr size_t MostFrames = 10;
/// What of a longer line is shown: around the place.
constexpr size_t LongestLine = 160;

/// What is read from a repository may not steer the terminal.
std::string printable(llvm::StringRef Text) {
  std::string Result;
  for (char C : Text) {
    if (C == '\t')
      Result.append(TabWidth, ' ');
    else if (static_cast<unsigned char>(C) < ' ' || C == '\x7f')
      Result += '?';
    else
      Result += C;
  }
  return Result;
}

/// Columns that \p Text takes on a terminal.
size_t width(llvm::StringRef Text) {
  int Columns = llvm::sys::unicode::columnWidthUTF8(Text);
  return Columns < 0 ? Text.size() : Columns;
}

/// "1 file", "2 files"
std::string count(unsigned N, llvm::StringRef What) {
  return llvm::utostr(N) + " " + What.str() + (N == 1 ? "" : "s");
}

class Writer {
public:
  Writer(Sources &Files, bool Colored, llvm::raw_ostream &OS)
      : Files(Files), Colored(Colored), OS(OS) {}

  void finding(const Finding &F) {
    head(F.At, Yellow, "warning", F.Message, F.Check);
    frame(F.At);
    const Note *Cure = cure(F);
    // Remarks on the reported place itself stand below its frame.
    for (const Note &N : F.Notes)
      if (&N != Cure && besides(F, N))
        remark(F.At, Cyan, "note", N.Message);
    size_t Shown = 0;
    for (const Note &N : F.Notes) {
      if (besides(F, N))
        continue;
      head(N.At, Cyan, "note", N.Message);
      if (Shown++ < MostFrames)
        frame(N.At);
    }
    if (Cure)
      remark(F.At, Green, "help", Cure->Message);
    OS << '\n';
  }

  void failure(const Failure &F) {
    paint(Bold, F.File + ": ");
    paint(Red, "error: ");
    OS << "could not be analysed: " << printable(F.Message) << '\n';
  }

private:
  void paint(llvm::StringRef Color, llvm::StringRef Text) {
    if (Colored)
      OS << Color << printable(Text) << Reset;
    else
      OS << printable(Text);
  }

  void head(const Place &At, llvm::StringRef Color, llvm::StringRef Kind,
            llvm::StringRef Message, llvm::StringRef Check = "") {
    paint(Bold, At.File + ":" + llvm::utostr(At.Line) + ":" +
                    llvm::utostr(At.Column) + ": ");
    paint(Color, (Kind + ": ").str());
    paint(Bold, Message);
    if (!Check.empty())
      OS << " [" << Check << ']';
    OS << '\n';
  }

  /// The margin of a frame, with the line's number or without.
  void margin(const Place &At, bool Number, llvm::StringRef Sign) {
    std::string Line = llvm::utostr(At.Line);
    if (!Number)
      Line.assign(Line.size(), ' ');
    paint(Blue, " " + Line + " " + Sign.str());
  }

  void frame(const Place &At) {
    llvm::StringRef Line = Files.line(At.File, At.Line);
    size_t Column = At.Column == 0 ? 0 : At.Column - 1;
    if (Line.trim().empty() || Column > Line.size())
      return;
    llvm::StringRef Left = Line.take_front(Column);
    llvm::StringRef Right = Line.drop_front(Column);
    Left = Left.take_back(LongestLine / 2);
    Right = Right.take_front(LongestLine - Left.size());
    std::string Before = printable(Left);
    margin(At, true, "| ");
    OS << Before << printable(Right) << '\n';
    margin(At, false, "| ");
    OS.indent(width(Before));
    paint(Green, "^");
    OS << '\n';
  }

  void remark(const Place &At, llvm::StringRef Color, llvm::StringRef Kind,
              llvm::StringRef Message) {
    margin(At, false, "= ");
    paint(Color, (Kind + ": ").str());
    OS << printable(Message) << '\n';
  }

  Sources &Files;
  bool Colored;
  llvm::raw_ostream &OS;
};

} // namespace

std::string summaryLine(const Report &R) {
  std::string Result;
  llvm::raw_string_ostream OS(Result);
  if (R.Findings.empty())
    OS << "no findings";
  else
    OS << count(R.Findings.size(), "finding") << " in "
       << count(countFiles(R), "file");
  OS << " (" << count(R.Units, "unit") << ", "
     << llvm::format("%.1f", R.Seconds) << " s)";
  if (!R.Failures.empty())
    OS << "; incomplete: " << count(R.Failures.size(), "unit")
       << " could not be analysed";
  return Result;
}

std::string fixLine(const Report &R) {
  unsigned Safe = countFixable(R, Safety::Safe);
  unsigned Unsafe = countFixable(R, Safety::Unsafe);
  std::string Result;
  llvm::raw_string_ostream OS(Result);
  if (Safe + Unsafe > 0)
    OS << "fixable: ";
  if (Safe > 0)
    OS << Safe << " with --fix";
  if (Unsafe > 0)
    OS << (Safe > 0 ? ", " : "") << Unsafe << (Safe > 0 ? " more" : "")
       << " with --unsafe-fixes";
  return Result;
}

void writeText(const Report &R, Sources &Files, const TextOptions &Options,
               llvm::raw_ostream &OS) {
  Writer W(Files, Options.Colored, OS);
  for (const Finding &F : R.Findings)
    W.finding(F);
  for (const Failure &F : R.Failures)
    W.failure(F);
  if (!Options.Summary)
    return;
  OS << summaryLine(R) << '\n';
  if (std::string Line = fixLine(R); !Line.empty())
    OS << Line << '\n';
}

} // namespace asynctidy::report
