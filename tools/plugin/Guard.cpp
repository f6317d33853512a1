//===-- Guard.cpp - What clang-tidy -load loads ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A plugin meets its host through C++ classes, so the host must be the exact
/// version that the plugin was built for, with LLVM in shared libraries. This
/// looks before it loads the library with the checks, which lies beside it.
///
//===----------------------------------------------------------------------===//

#include <cstdio>
#include <cstring>
#include <dlfcn.h>
#include <string>
#include <unistd.h>

namespace {

/// clang::getClangToolFullVersion(llvm::StringRef) of the host: "... version
/// 22.1.8 (...)". The argument is a StringRef: pointer and length.
std::string hostVersion() {
  using FullVersion = std::string (*)(const char *, size_t);
  auto Ask = reinterpret_cast<FullVersion>(
      dlsym(RTLD_DEFAULT,
            "_ZN5clang23getClangToolFullVersionB5cxx11EN4llvm9StringRefE"));
  if (!Ask)
    return "";
  std::string Full = Ask("host", 4);
  size_t Start = Full.find("version ");
  if (Start == std::string::npos)
    return "";
  Start += std::strlen("version ");
  return Full.substr(Start,
                     Full.find_first_not_of("0123456789.", Start) - Start);
}

/// Static so that a failing load ends the host: without the checks it would go
/// on and find nothing.
[[noreturn]] void refuse(const std::string &Reason) {
  std::fprintf(stderr, "async-tidy: %s\n", Reason.c_str());
  std::fflush(stderr);
  _exit(2);
}

__attribute__((constructor)) void loadChecks() {
  const std::string Built = ASYNC_TIDY_LLVM_VERSION;
  const std::string Host = hostVersion();
  if (Host.empty())
    refuse("this clang-tidy has no shared libclang-cpp of its own, so that a "
           "plugin can't be loaded into it; AsyncTidyModule.so needs the "
           "dynamically linked clang-tidy " +
           Built);
  if (Host != Built)
    refuse("this clang-tidy is version " + Host +
           ", but AsyncTidyModule.so was built for clang-tidy " + Built);
  Dl_info Self;
  if (!dladdr(reinterpret_cast<void *>(&loadChecks), &Self) || !Self.dli_fname)
    refuse("can't tell where AsyncTidyModule.so was loaded from");
  std::string Path = Self.dli_fname;
  size_t Slash = Path.rfind('/');
  Path = (Slash == std::string::npos ? "./" : Path.substr(0, Slash + 1)) +
         ASYNC_TIDY_CHECKS_LIBRARY;
  if (!dlopen(Path.c_str(), RTLD_NOW | RTLD_GLOBAL))
    refuse(std::string("can't load the checks: ") + dlerror());
}

} // namespace
