// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <array>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/wait.h>

// File and process work that has no asynchronous form here. It is for offload() only.
namespace orders::blocking {

inline void append(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::app);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file)
    throw std::runtime_error("cannot write " + path.string());
}

inline std::string quoted(const std::filesystem::path& path) {
  std::string result = "'";
  for (const char c : path.string())
    if (c == '\'')
      result += "'\\''";
    else
      result += c;
  return result + '\'';
}

// A command of the configuration must end by itself: the service waits for it when it stops.
inline std::string limited(const std::string& command) { return "timeout 10 " + command; }

inline bool succeeded(int status) { return WIFEXITED(status) && WEXITSTATUS(status) == 0; }

// Runs the command with the file as its argument and returns what it wrote.
inline std::string run(const std::string& command, const std::filesystem::path& file, std::size_t limit = 16 << 20) {
  FILE* pipe = popen((limited(command) + ' ' + quoted(file)).c_str(), "r");
  if (!pipe)
    throw std::runtime_error("cannot run " + command);
  std::string output;
  std::array<char, 4096> chunk;
  while (output.size() <= limit) {
    const auto count = fread(chunk.data(), 1, chunk.size(), pipe);
    if (count == 0)
      break;
    output.append(chunk.data(), count);
  }
  if (!succeeded(pclose(pipe)) || output.size() > limit)
    throw std::runtime_error(command + " failed");
  return output;
}

inline bool succeeds(const std::string& command, const std::filesystem::path& file) {
  FILE* pipe = popen((limited(command) + ' ' + quoted(file) + " >/dev/null").c_str(), "r");
  if (!pipe)
    throw std::runtime_error("cannot run " + command);
  return succeeded(pclose(pipe));
}

// Runs the command with the text as its input.
inline void feed(const std::string& command, const std::string& text) {
  FILE* pipe = popen(limited(command).c_str(), "w");
  if (!pipe)
    throw std::runtime_error("cannot run " + command);
  const bool written = fwrite(text.data(), 1, text.size(), pipe) == text.size();
  if (!succeeded(pclose(pipe)) || !written)
    throw std::runtime_error(command + " failed");
}

} // namespace orders::blocking
