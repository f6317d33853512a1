# Flags that every target of ours has, and one precompiled set of Clang's headers.
add_library(async-tidy-options INTERFACE)
target_include_directories(async-tidy-options INTERFACE
  "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}/generated")
target_compile_options(async-tidy-options INTERFACE
  -Wall -Wextra -Wpedantic -Wno-unused-parameter -Wnon-virtual-dtor
  -ffunction-sections -fdata-sections)

if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  # What a header instantiates is instantiated once, in the precompiled header;
  # no time stamp in it, so that ccache finds it again.
  add_compile_options("$<$<COMPILE_LANGUAGE:CXX>:SHELL:-fpch-instantiate-templates -Xclang -fno-pch-timestamp>")
endif()

# async_tidy_library(name SOURCES... [LINK...]): a static library of lib/ or checks/.
function(async_tidy_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC async-tidy-options llvm-headers ${ARG_LINK})
  async_tidy_precompile(${name})
endfunction()

# Uses the shared precompiled header. That is made with -fPIC; an executable
# would be compiled with -fPIE, which doesn't go together.
function(async_tidy_precompile name)
  get_target_property(type ${name} TYPE)
  if(type STREQUAL "EXECUTABLE")
    set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
    target_compile_options(${name} PRIVATE -fPIC)
  endif()
  target_precompile_headers(${name} REUSE_FROM async-tidy-pch)
endfunction()

add_library(async-tidy-pch STATIC "${PROJECT_SOURCE_DIR}/lib/support/Pch.cpp")
target_link_libraries(async-tidy-pch PUBLIC async-tidy-options llvm-headers)
target_precompile_headers(async-tidy-pch PRIVATE "${PROJECT_SOURCE_DIR}/lib/support/Pch.h")
