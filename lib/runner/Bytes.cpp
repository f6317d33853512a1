//===-- Bytes.cpp - Values in files of our own ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/Bytes.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/LEB128.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"

namespace asynctidy::runner {
using llvm::StringRef;

namespace {

constexpr size_t ChecksumSize = 8;

} // namespace

uint64_t ByteReader::number() {
  unsigned Length = 0;
  const char *Error = nullptr;
  uint64_t Value = llvm::decodeULEB128(Rest.bytes_begin(), &Length,
                                       Rest.bytes_end(), &Error);
  return bytes(Error ? Rest.size() + 1 : Length).empty() ? 0 : Value;
}

StringRef ByteReader::bytes(size_t Size) {
  if (Size > Rest.size()) {
    Rest = "";
    Failed = true;
    return "";
  }
  StringRef Result = Rest.take_front(Size);
  Rest = Rest.drop_front(Size);
  return Result;
}

uint8_t ByteReader::byte() {
  StringRef One = bytes(1);
  return One.empty() ? 0 : One.front();
}

void appendNumber(std::string &Out, uint64_t Value) {
  llvm::raw_string_ostream OS(Out);
  llvm::encodeULEB128(Value, OS);
}

void appendText(std::string &Out, StringRef Text) {
  appendNumber(Out, Text.size());
  Out += Text;
}

std::string sealed(StringRef Magic, StringRef Body) {
  std::string Result = (Magic + Body).str();
  char Sum[ChecksumSize];
  llvm::support::endian::write64le(Sum, llvm::xxh3_64bits(StringRef(Result)));
  Result.append(Sum, ChecksumSize);
  return Result;
}

std::optional<StringRef> unsealed(StringRef Magic, StringRef Text) {
  if (!Text.starts_with(Magic) || Text.size() < Magic.size() + ChecksumSize)
    return std::nullopt;
  StringRef Sealed = Text.drop_back(ChecksumSize);
  if (llvm::support::endian::read64le(Text.take_back(ChecksumSize).data()) !=
      llvm::xxh3_64bits(Sealed))
    return std::nullopt;
  return Sealed.drop_front(Magic.size());
}

} // namespace asynctidy::runner
