# LLVM and Clang as Debian packages them: shared libclang-cpp and libLLVM, with
# clang-tidy's own archives beside them.
# By folder: LLVM's own version file refuses "22" for 22.1.
find_package(LLVM REQUIRED CONFIG
             PATHS "/usr/lib/llvm-${ASYNC_TIDY_LLVM_VERSION}/lib/cmake/llvm" NO_DEFAULT_PATH)
set(ASYNC_TIDY_LLVM_ROOT "${LLVM_TOOLS_BINARY_DIR}/..")
cmake_path(NORMAL_PATH ASYNC_TIDY_LLVM_ROOT)
message(STATUS "LLVM ${LLVM_PACKAGE_VERSION} in ${ASYNC_TIDY_LLVM_ROOT}")

# An archive of clang-tidy. Never one whose code is inside libclang-cpp too: it
# would register its command line options a second time and abort.
function(async_tidy_find_archive target name)
  find_library(${target}_ARCHIVE ${name} PATHS "${LLVM_LIBRARY_DIRS}" NO_DEFAULT_PATH REQUIRED)
  add_library(${target} STATIC IMPORTED GLOBAL)
  set_target_properties(${target} PROPERTIES IMPORTED_LOCATION "${${target}_ARCHIVE}")
endfunction()

# Headers and flags of LLVM, without a library: for what is loaded into a host.
add_library(llvm-headers INTERFACE)
target_include_directories(llvm-headers SYSTEM INTERFACE ${LLVM_INCLUDE_DIRS})
target_compile_definitions(llvm-headers INTERFACE
  _GNU_SOURCE __STDC_CONSTANT_MACROS __STDC_FORMAT_MACROS __STDC_LIMIT_MACROS)
target_compile_options(llvm-headers INTERFACE -fno-rtti -fno-exceptions)

# The same with the shared libraries.
add_library(llvm-shared INTERFACE)
set(ASYNC_TIDY_LLVM_ABI "${LLVM_VERSION_MAJOR}.${LLVM_VERSION_MINOR}")
target_link_libraries(llvm-shared INTERFACE llvm-headers
  "${LLVM_LIBRARY_DIR}/libclang-cpp.so.${ASYNC_TIDY_LLVM_ABI}"
  "${LLVM_LIBRARY_DIR}/libLLVM.so.${ASYNC_TIDY_LLVM_ABI}")

async_tidy_find_archive(clang-tidy-core libclangTidy.a)
async_tidy_find_archive(clang-tidy-utils libclangTidyUtils.a)
