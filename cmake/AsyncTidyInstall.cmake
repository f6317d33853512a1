# cmake --install: programs, plugin, packs' folder, pages, and the CMake package
# that finds all of them from its own place, wherever the tree is moved to.
include(CMakePackageConfigHelpers)

set(plugin_folder "${CMAKE_INSTALL_LIBDIR}/async-tidy")
set(package_folder "${CMAKE_INSTALL_LIBDIR}/cmake/AsyncTidy")

set(programs async-tidy async-clang-tidy)
if(TARGET async-clangd)
  list(APPEND programs async-clangd)
endif()
install(TARGETS ${programs} RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
# The plugin looks for its checks beside itself.
install(TARGETS AsyncTidyModule AsyncTidyPluginChecks
        LIBRARY DESTINATION "${plugin_folder}")
install(DIRECTORY docs/checks DESTINATION "${CMAKE_INSTALL_DOCDIR}" FILES_MATCHING PATTERN "*.md")
install(FILES README.md CHANGELOG.md LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}")

configure_package_config_file(cmake/AsyncTidyConfig.cmake.in
  "${PROJECT_BINARY_DIR}/generated/AsyncTidyConfig.cmake"
  INSTALL_DESTINATION "${package_folder}"
  PATH_VARS CMAKE_INSTALL_BINDIR plugin_folder
  NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file(
  "${PROJECT_BINARY_DIR}/generated/AsyncTidyConfigVersion.cmake"
  COMPATIBILITY SameMajorVersion ARCH_INDEPENDENT)
install(FILES "${PROJECT_BINARY_DIR}/generated/AsyncTidyConfig.cmake"
              "${PROJECT_BINARY_DIR}/generated/AsyncTidyConfigVersion.cmake"
        DESTINATION "${package_folder}")
