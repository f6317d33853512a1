// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef RAPIDJSON_POINTER_H_
#define RAPIDJSON_POINTER_H_
#include <rapidjson/document.h>
namespace rapidjson {
template <typename ValueType> class GenericPointer {
public:
  explicit GenericPointer(const char *source);
  ValueType *Get(ValueType &root, std::size_t *unresolved = nullptr) const;
  const ValueType *Get(const ValueType &root,
                       std::size_t *unresolved = nullptr) const;
};
using Pointer = GenericPointer<Value>;

template <typename T>
typename T::ValueType *
GetValueByPointer(T &root, const GenericPointer<typename T::ValueType> &pointer,
                  std::size_t *unresolved = nullptr);
template <typename T, typename CharType, std::size_t N>
typename T::ValueType *GetValueByPointer(T &root, const CharType (&source)[N],
                                         std::size_t *unresolved = nullptr);
template <typename DocumentType, typename CharType, std::size_t N>
typename DocumentType::ValueType &
GetValueByPointerWithDefault(DocumentType &document,
                             const CharType (&source)[N],
                             const typename DocumentType::Ch *fallback);
template <typename DocumentType, typename CharType, std::size_t N, typename T2>
typename DocumentType::ValueType &
GetValueByPointerWithDefault(DocumentType &document,
                             const CharType (&source)[N], T2 fallback);
} // namespace rapidjson
#endif
