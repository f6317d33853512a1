//===-- ProgressLine.cpp - How far a run is, in one line ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/report/ProgressLine.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Unicode.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>
#include <cmath>
#include <vector>

namespace asynctidy::report {
using llvm::StringRef;

namespace {

constexpr unsigned BarWidth = 12;
/// With fewer columns there are numbers alone.
constexpr unsigned FewColumns = 30;
/// A name that is cut to less says nothing.
constexpr size_t ShortestName = 12;
constexpr llvm::StringLiteral Cut("...");

/// What is shown as one.
struct Character {
  StringRef Text;
  unsigned Width;
};

/// The characters of a name, which may hold any bytes: what steers the terminal
/// and what isn't UTF-8 is a question mark.
std::vector<Character> characters(StringRef Name) {
  std::vector<Character> Result;
  while (!Name.empty()) {
    size_t Size = std::min<size_t>(
        Name.size(), llvm::getNumBytesForUTF8(Name.bytes_begin()[0]));
    int Width = llvm::sys::unicode::columnWidthUTF8(Name.take_front(Size));
    if (Width == llvm::sys::unicode::ErrorInvalidUTF8)
      Size = 1;
    Result.push_back(Width < 0
                         ? Character{"?", 1}
                         : Character{Name.take_front(Size), unsigned(Width)});
    Name = Name.drop_front(Size);
  }
  return Result;
}

/// The end of a name says more than its beginning.
std::string cutInFront(StringRef Name, size_t Room) {
  std::vector<Character> All = characters(Name);
  size_t Width = 0;
  for (const Character &C : All)
    Width += C.Width;
  llvm::ArrayRef<Character> Shown = All;
  std::string Result;
  if (Width > Room) {
    Result = Cut;
    // An accent goes with its letter.
    while (!Shown.empty() &&
           (Width + Cut.size() > Room || Shown.front().Width == 0)) {
      Width -= Shown.front().Width;
      Shown = Shown.drop_front();
    }
  }
  for (const Character &C : Shown)
    Result += C.Text;
  return Result;
}

std::string bar(const ProgressState &S) {
  size_t Full = size_t(BarWidth) * std::min(S.Done, S.Total) / S.Total;
  std::string Result(Full, '=');
  if (Full < BarWidth)
    Result += '>';
  Result.resize(BarWidth, ' ');
  return "[" + Result + "] ";
}

/// "0:31", "1:02:03"
std::string clock(double Seconds) {
  // As good as never.
  auto All = static_cast<unsigned>(std::ceil(std::min(Seconds, 1e6)));
  std::string Result;
  llvm::raw_string_ostream OS(Result);
  if (All >= 3600)
    OS << llvm::format("%u:%02u:%02u", All / 3600, All / 60 % 60, All % 60);
  else
    OS << llvm::format("%u:%02u", All / 60, All % 60);
  return Result;
}

} // namespace

std::optional<double> secondsLeft(const ProgressState &S) {
  if (S.Done < 2 || S.Elapsed < 1 || S.Done >= S.Total)
    return std::nullopt;
  double Total = S.Total, Workers = std::max(S.Workers, 1U);
  double Running = std::min(Workers, Total - S.Done);
  // When the last one was done its successor began, and the others had come
  // halfway.
  double Then = S.Done + (Running - 1) / 2;
  double Whole = S.LastDone * Total / Then;
  double Hoped = S.Expected / Workers;
  if (Hoped > S.Elapsed) {
    // What was expected counts less, the more has been seen.
    Whole += (Hoped - Whole) * (1 - Then / Total);
    return std::max(1.0, Whole - S.Elapsed);
  }
  // Even if all that run were done just now.
  double Least = S.Elapsed * (Total - S.Done - Running) / (S.Done + Running);
  return std::max({1.0, Whole - S.Elapsed, Least});
}

std::string progressLine(const ProgressState &S, unsigned Columns) {
  if (S.Total == 0)
    return "";
  std::string Numbers = llvm::utostr(S.Done) + "/" + llvm::utostr(S.Total);
  std::string Line = bar(S) + Numbers + (S.Total == 1 ? " unit" : " units");
  if (Columns < FewColumns || Line.size() >= Columns)
    return Numbers.size() < Columns ? Numbers : "";
  auto AddIfItFits = [&](const std::string &Part) {
    if (Line.size() + Part.size() < Columns)
      Line += Part;
  };
  if (S.Findings)
    AddIfItFits(", " + llvm::utostr(S.Findings) +
                (S.Findings == 1 ? " finding" : " findings"));
  if (std::optional<double> Left = secondsLeft(S))
    AddIfItFits(", " + clock(*Left) + " left");
  size_t Room = Columns - 1 - Line.size();
  if (!S.Unit.empty() && Room >= ShortestName + 2)
    Line += "  " + cutInFront(S.Unit, Room - 2);
  return Line;
}

} // namespace asynctidy::report
