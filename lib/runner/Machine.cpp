//===-- Machine.cpp - How much this machine can do at once ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/Machine.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include <algorithm>
#include <cerrno>
#include <cmath>
#include <memory>
#include <sched.h>
#include <thread>
#include <vector>

namespace asynctidy::runner {
using llvm::StringRef;

namespace {

std::optional<std::string> readFile(StringRef Path) {
  // As a stream: the kernel's files say that they are empty.
  auto Buffer = llvm::MemoryBuffer::getFileAsStream(Path);
  if (!Buffer)
    return std::nullopt;
  return (*Buffer)->getBuffer().str();
}

template <typename Number> std::optional<Number> number(StringRef Text) {
  Number Result;
  if (Text.trim().getAsInteger(10, Result))
    return std::nullopt;
  return Result;
}

std::optional<uint64_t> numberIn(FileReader Read, const std::string &Path) {
  std::optional<std::string> Text = Read(Path);
  return Text ? number<uint64_t>(*Text) : std::nullopt;
}

/// The number after \p Name in lines of names and numbers.
std::optional<uint64_t> numberOf(StringRef Name, StringRef Lines) {
  for (StringRef Line : llvm::split(Lines, '\n'))
    if (Line.consume_front(Name) && !Line.empty() &&
        StringRef(" \t:").contains(Line.front()))
      return number<uint64_t>(Line.ltrim(" \t:").take_while(llvm::isDigit));
  return std::nullopt;
}

bool lists(StringRef Names, StringRef Name) {
  return llvm::is_contained(llvm::split(Names, ','), Name);
}

/// The path of this process's control group in the tree of \p Controller, or,
/// when that is empty, in that of version 2.
std::optional<StringRef> groupOf(StringRef SelfCgroup, StringRef Controller) {
  for (StringRef Line : llvm::split(SelfCgroup, '\n')) {
    // 4:cpu,cpuacct:/path
    auto [Controllers, Path] = Line.split(':').second.split(':');
    if (!Path.empty() && (Controller.empty() ? Controllers.empty()
                                             : lists(Controllers, Controller)))
      return Path;
  }
  return std::nullopt;
}

/// The folders of the groups that limit this process in one tree, its own
/// first, then those around it.
void addFolders(StringRef Mounts, StringRef Group, StringRef Controller,
                std::vector<std::string> &Result) {
  for (StringRef Line : llvm::split(Mounts, '\n')) {
    // 36 35 0:30 /root /mount/point rw shared:1 - type source options
    auto [Left, Right] = Line.split(" - ");
    llvm::SmallVector<StringRef, 8> Where, What;
    Left.split(Where, ' ');
    Right.split(What, ' ');
    if (Where.size() < 5 || What.size() < 3)
      continue;
    if (Controller.empty() ? What[0] != "cgroup2"
                           : What[0] != "cgroup" || !lists(What[2], Controller))
      continue;
    // A container often has only its own part of the tree, at another place.
    StringRef Below = Group;
    StringRef Root = Where[3].rtrim('/');
    if (!Below.consume_front(Root) ||
        (!Below.empty() && !Below.starts_with("/")))
      Below = "";
    for (Below = Below.rtrim('/'); !Below.empty();
         Below = Below.take_front(Below.rfind('/')))
      Result.push_back((Where[4] + Below).str());
    Result.push_back(Where[4].str());
    return;
  }
}

/// Those in which \p Controller may have its files, of either version.
std::vector<std::string> groupFolders(FileReader Read, StringRef Controller) {
  std::vector<std::string> Result;
  std::optional<std::string> Own = Read("/proc/self/cgroup");
  std::optional<std::string> Mounts = Read("/proc/self/mountinfo");
  if (!Own || !Mounts)
    return Result;
  for (StringRef Tree : {Controller, StringRef()})
    if (std::optional<StringRef> Group = groupOf(*Own, Tree))
      addFolders(*Mounts, *Group, Tree, Result);
  return Result;
}

/// What a group may still use, in bytes; none without a limit.
std::optional<uint64_t> freeInGroup(FileReader Read,
                                    const std::string &Folder) {
  auto Limit = numberIn(Read, Folder + "/memory.max");
  auto Used = numberIn(Read, Folder + "/memory.current");
  StringRef Prefix;
  if (!Limit) {
    Limit = numberIn(Read, Folder + "/memory.limit_in_bytes");
    Used = numberIn(Read, Folder + "/memory.usage_in_bytes");
    Prefix = "total_";
  }
  if (!Limit || !Used)
    return std::nullopt;
  // What files that were read occupy is given up when it is needed.
  uint64_t Files = 0;
  if (auto Stat = Read(Folder + "/memory.stat"))
    for (StringRef Name : {"active_file", "inactive_file"})
      Files += numberOf((Prefix + Name).str(), *Stat).value_or(0);
  uint64_t Needed = *Used - std::min(*Used, Files);
  return *Limit - std::min(*Limit, Needed);
}

unsigned boundCores() {
  for (int Most = 1024; Most <= 1 << 20; Most *= 2) {
    size_t Size = CPU_ALLOC_SIZE(Most);
    auto Set = std::make_unique<char[]>(Size);
    auto *Cores = reinterpret_cast<cpu_set_t *>(Set.get());
    if (sched_getaffinity(0, Size, Cores) == 0)
      return CPU_COUNT_S(Size, Cores);
    // The kernel knows more than that.
    if (errno != EINVAL)
      break;
  }
  return std::thread::hardware_concurrency();
}

} // namespace

std::optional<double> quotaInCores(FileReader Read) {
  std::optional<double> Least;
  for (const std::string &Folder : groupFolders(Read, "cpu")) {
    std::optional<std::string> Text = Read(Folder + "/cpu.max");
    if (!Text) {
      auto Quota = Read(Folder + "/cpu.cfs_quota_us");
      auto Period = Read(Folder + "/cpu.cfs_period_us");
      if (!Quota || !Period)
        continue;
      Text = *Quota + " " + *Period;
    }
    auto [First, Second] = StringRef(*Text).trim().split(' ');
    // Without a limit it is "max" or -1.
    auto Quota = number<int64_t>(First), Period = number<int64_t>(Second);
    if (Quota && Period && *Quota > 0 && *Period > 0) {
      double Cores = static_cast<double>(*Quota) / static_cast<double>(*Period);
      Least = std::min(Least.value_or(Cores), Cores);
    }
  }
  return Least;
}

unsigned usableCores() {
  double Cores = boundCores();
  if (std::optional<double> Quota = quotaInCores(readFile))
    Cores = std::min(Cores, std::ceil(*Quota));
  return static_cast<unsigned>(std::max(Cores, 1.0));
}

uint64_t availableMemoryMiB(FileReader Read) {
  std::optional<uint64_t> Least;
  if (auto Info = Read("/proc/meminfo"))
    if (auto KiB = numberOf("MemAvailable", *Info))
      Least = *KiB << 10;
  for (const std::string &Folder : groupFolders(Read, "memory"))
    if (std::optional<uint64_t> Free = freeInGroup(Read, Folder))
      Least = std::min(Least.value_or(*Free), *Free);
  // A machine that is full isn't one that isn't known.
  return Least ? std::max<uint64_t>(1, *Least >> 20) : 0;
}

uint64_t availableMemoryMiB() { return availableMemoryMiB(readFile); }

unsigned workerCount(unsigned Cores, uint64_t AvailableMiB, uint64_t EachMiB) {
  uint64_t Count = Cores;
  if (AvailableMiB && EachMiB)
    Count = std::min(Count, AvailableMiB / EachMiB);
  return static_cast<unsigned>(std::max<uint64_t>(1, Count));
}

} // namespace asynctidy::runner
