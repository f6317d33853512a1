//===-- BinaryCodec.cpp - Facts as bytes ----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Fields in their order, without names. Numbers are LEB128 of the number plus
/// one, so that \c None takes one byte; signed ones alternate around zero;
/// enumerations are their number. Neighbouring bools share a byte, the first in
/// the lowest bit. Strings and vectors have their length before them.
///
//===----------------------------------------------------------------------===//

#include "lib/program/Codec.h"
#include "lib/program/CodecTraits.h"
#include "llvm/Support/LEB128.h"
#include <limits>

namespace asynctidy::program {

namespace {
using namespace codec;

class Encoder {
public:
  explicit Encoder(std::string &Out) : Out(Out) {}

  void value(bool Value) {
    if (Bits == 0 || Bits == 8) {
      Out.push_back(0);
      Bits = 0;
    }
    Out.back() = static_cast<char>(Out.back() | (Value << Bits++));
  }
  template <Number T> void value(T Value) {
    using U = std::make_unsigned_t<T>;
    if constexpr (std::is_signed_v<T>)
      put(static_cast<U>(static_cast<U>(Value) << 1) ^
          static_cast<U>(Value < 0 ? -1 : 0));
    else
      put(static_cast<U>(Value + 1));
  }
  template <Enumeration T> void value(T Value) {
    put(static_cast<uint64_t>(Value));
  }
  void value(const std::string &Value) {
    put(Value.size());
    Out += Value;
  }
  template <typename T> void value(const std::vector<T> &Values) {
    static_assert(!std::same_as<T, bool>);
    put(Values.size());
    for (const T &Value : Values) {
      value(Value);
      Bits = 0;
    }
  }
  template <Struct T> void value(const T &Value) {
    visitFields(Value, [&](const char *, const auto &Field) { value(Field); });
  }

private:
  void put(uint64_t Raw) {
    Bits = 0;
    uint8_t Bytes[10];
    unsigned Size = llvm::encodeULEB128(Raw, Bytes);
    Out.append(reinterpret_cast<const char *>(Bytes), Size);
  }

  std::string &Out;
  /// How many bits of the last byte are taken; 0 when it has no bools.
  unsigned Bits = 0;
};

/// No value of the type takes fewer bytes.
template <typename T> size_t leastSize() {
  static const size_t Size = [] {
    std::string Out;
    Encoder(Out).value(T());
    return Out.size();
  }();
  return Size;
}

/// Never reads past the end. After the first mistake nothing is read any more.
class Decoder {
public:
  explicit Decoder(llvm::StringRef Data)
      : Begin(Data.bytes_begin()), At(Begin), End(Data.bytes_end()) {}

  void value(bool &Value) {
    if (BitsLeft == 0) {
      if (At == End)
        return fail("it ends early");
      Bits = *At++;
      BitsLeft = 8;
    }
    Value = Bits & 1;
    Bits >>= 1;
    --BitsLeft;
  }
  template <Number T> void value(T &Value) {
    using U = std::make_unsigned_t<T>;
    U Raw = static_cast<U>(take(std::numeric_limits<U>::max()));
    if constexpr (std::is_signed_v<T>)
      Value = static_cast<T>((Raw >> 1) ^ static_cast<U>(-(Raw & 1)));
    else
      Value = static_cast<T>(Raw - 1);
  }
  template <Enumeration T> void value(T &Value) {
    Value = static_cast<T>(take(lastNumber<T>()));
  }
  void value(std::string &Value) {
    size_t Size = takeCount(1);
    Value.assign(reinterpret_cast<const char *>(At), Size);
    At += Size;
  }
  template <typename T> void value(std::vector<T> &Values) {
    Values.resize(takeCount(leastSize<T>()));
    for (T &Value : Values) {
      value(Value);
      closeBits();
      if (Problem)
        return;
    }
  }
  template <Struct T> void value(T &Value) {
    auto Each = [&](const char *, auto &Field) { value(Field); };
    Value.visit(Each);
  }

  /// Says what was wrong, or that bytes are left over.
  llvm::Error finish(llvm::StringRef Kind) {
    closeBits();
    if (!Problem && At != End)
      fail("there are bytes left over");
    if (!Problem)
      return llvm::Error::success();
    return llvm::createStringError("broken facts: " + Kind + ", byte " +
                                   llvm::Twine(ProblemAt - Begin) + ": " +
                                   Problem);
  }

private:
  void fail(const char *What) {
    if (!Problem) {
      Problem = What;
      ProblemAt = At;
    }
    At = End;
    Bits = 0;
  }
  void closeBits() {
    if (LLVM_UNLIKELY(Bits != 0))
      fail("a bool that isn't there");
    BitsLeft = 0;
  }
  uint64_t take(uint64_t Most) {
    closeBits();
    uint64_t Raw;
    if (LLVM_LIKELY(At != End && *At < 0x80)) {
      Raw = *At++;
    } else {
      const char *Error = nullptr;
      unsigned Size = 0;
      Raw = llvm::decodeULEB128(At, &Size, At + std::min<size_t>(End - At, 10),
                                &Error);
      if (Error) {
        fail(End - At < 10 ? "it ends early" : "a number is too big");
        return 0;
      }
      At += Size;
    }
    if (LLVM_LIKELY(Raw <= Most))
      return Raw;
    fail("a number is too big");
    return 0;
  }
  /// A count of things that have at least so many bytes each.
  size_t takeCount(size_t LeastSize) {
    uint64_t Count = take(std::numeric_limits<uint64_t>::max());
    if (LLVM_LIKELY(Count <= size_t(End - At) / LeastSize))
      return Count;
    fail("it ends early");
    return 0;
  }

  const uint8_t *Begin;
  const uint8_t *At;
  const uint8_t *End;
  /// The byte of bools that is being read, without those read already.
  uint8_t Bits = 0;
  unsigned BitsLeft = 0;
  const char *Problem = nullptr;
  const uint8_t *ProblemAt = nullptr;
};

} // namespace

void encodeKinds(
    const UnitFacts &Facts,
    llvm::function_ref<void(llvm::StringRef, llvm::StringRef)> Put) {
  visitKinds(Facts, [&](const char *Kind, const auto &Values) {
    if (Values.empty())
      return;
    std::string Data;
    Encoder(Data).value(Values);
    Put(Kind, Data);
  });
}

llvm::Error decodeKind(UnitFacts &Facts, llvm::StringRef Kind,
                       llvm::StringRef Data) {
  bool Known = false;
  llvm::Error Result = llvm::Error::success();
  auto Each = [&](const char *Name, auto &Values) {
    if (Kind != Name)
      return;
    Known = true;
    Decoder From(Data);
    From.value(Values);
    Result = llvm::joinErrors(std::move(Result), From.finish(Kind));
  };
  Facts.visitKinds(Each);
  if (!Known)
    return llvm::joinErrors(
        std::move(Result),
        llvm::createStringError("broken facts: there is no kind '" + Kind +
                                "'"));
  return Result;
}

} // namespace asynctidy::program
