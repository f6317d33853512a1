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

# The same with the archives: a program that starts in a third of the time and takes less memory.
# For one that loads no plugins. Not together with llvm-shared.
execute_process(
  COMMAND "${LLVM_TOOLS_BINARY_DIR}/llvm-config" --link-static --libfiles
          all-targets asmparser bitreader frontenddriver frontendhlsl frontendopenmp option
          profiledata symbolize windowsdriver
  OUTPUT_VARIABLE llvm_archives OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
separate_arguments(llvm_archives)
# Debian's list has archives of targets that it doesn't build.
set(present_archives)
foreach(archive IN LISTS llvm_archives)
  if(EXISTS "${archive}")
    list(APPEND present_archives "${archive}")
  endif()
endforeach()
# The linker takes from each what is needed; the groups of tools need what isn't there.
file(GLOB clang_archives "${LLVM_LIBRARY_DIR}/libclang[A-Z]*.a")
list(FILTER clang_archives EXCLUDE REGEX
  "libclang(Apply|ChangeNamespace|CodeGen|Daemon|Directory|Doc|Handle|Include|Interpreter|Move|Query|Reorder|Tidy|dMain)")
find_library(ASYNC_TIDY_ZSTD NAMES zstd libzstd.so.1 REQUIRED)
find_library(ASYNC_TIDY_Z3 NAMES z3 libz3.so.4 REQUIRED)
find_package(ZLIB REQUIRED)
add_library(llvm-static INTERFACE)
target_link_libraries(llvm-static INTERFACE llvm-headers
  -Wl,--start-group clang-tidy-core clang-tidy-utils ${clang_archives} -Wl,--end-group
  -Wl,--start-group ${present_archives} -Wl,--end-group
  "${ASYNC_TIDY_ZSTD}" "${ASYNC_TIDY_Z3}" ZLIB::ZLIB ${CMAKE_DL_LIBS})
target_link_options(llvm-static INTERFACE -no-pie -Wl,--gc-sections)
