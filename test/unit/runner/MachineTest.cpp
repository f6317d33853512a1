//===-- MachineTest.cpp - How much this machine can do at once ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/Machine.h"
#include "gtest/gtest.h"
#include <map>

namespace asynctidy::runner {
namespace {

class Machine : public ::testing::Test {
protected:
  std::optional<double> quota() const { return quotaInCores(reader()); }
  uint64_t memory() const { return availableMemoryMiB(reader()); }

  /// A machine whose kernel has control groups of version 2.
  void version2(const std::string &Group) {
    Files["/proc/self/cgroup"] = "0::" + Group + "\n";
    Files["/proc/self/mountinfo"] =
        "22 26 0:20 / /proc rw,relatime - proc proc rw\n"
        "30 22 0:27 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 "
        "rw,nsdelegate\n";
  }
  void version1(const std::string &Group, const std::string &Root) {
    Files["/proc/self/cgroup"] = "9:name=systemd:/x\n4:memory:" + Group +
                                 "\n3:cpu,cpuacct:" + Group + "\n0::/\n";
    Files["/proc/self/mountinfo"] =
        "31 30 0:28 " + Root +
        " /sys/fs/cgroup/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct\n"
        "34 30 0:31 " +
        Root +
        " /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory\n"
        "40 30 0:37 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n";
  }

  std::map<std::string, std::string> Files;

private:
  /// Lives no longer than the call that it is an argument of.
  struct Reader {
    const std::map<std::string, std::string> &Files;
    std::optional<std::string> operator()(llvm::StringRef Path) const {
      auto It = Files.find(Path.str());
      if (It == Files.end())
        return std::nullopt;
      return It->second;
    }
  };
  Reader reader() const { return {Files}; }
};

TEST_F(Machine, HasNoQuotaWithoutGroups) {
  EXPECT_EQ(quota(), std::nullopt);
  version2("/user.slice");
  EXPECT_EQ(quota(), std::nullopt);
  Files["/sys/fs/cgroup/user.slice/cpu.max"] = "max 100000\n";
  EXPECT_EQ(quota(), std::nullopt);
}

TEST_F(Machine, TakesTheLeastQuotaOfAllGroupsAround) {
  version2("/a.slice/b.scope");
  Files["/sys/fs/cgroup/a.slice/b.scope/cpu.max"] = "400000 100000\n";
  EXPECT_EQ(quota(), 4.0);
  Files["/sys/fs/cgroup/a.slice/cpu.max"] = "150000 100000\n";
  EXPECT_EQ(quota(), 1.5);
  // One beside it has no say.
  Files["/sys/fs/cgroup/a.slice/c.scope/cpu.max"] = "1000 100000\n";
  EXPECT_EQ(quota(), 1.5);
}

TEST_F(Machine, SeesItsGroupAsTheRootInAContainer) {
  version2("/");
  Files["/sys/fs/cgroup/cpu.max"] = "50000 100000\n";
  EXPECT_EQ(quota(), 0.5);
}

TEST_F(Machine, KnowsQuotasOfVersion1) {
  version1("/docker/12ab", "/docker/12ab");
  Files["/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us"] = "-1\n";
  Files["/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us"] = "100000\n";
  EXPECT_EQ(quota(), std::nullopt);
  Files["/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us"] = "250000\n";
  EXPECT_EQ(quota(), 2.5);
  // The whole tree is mounted.
  version1("/docker/12ab", "/");
  Files["/sys/fs/cgroup/cpu,cpuacct/docker/12ab/cpu.cfs_quota_us"] = "100000\n";
  Files["/sys/fs/cgroup/cpu,cpuacct/docker/12ab/cpu.cfs_period_us"] =
      "100000\n";
  EXPECT_EQ(quota(), 1.0);
}

TEST_F(Machine, IsNotLedAstrayByNonsense) {
  version2("/a");
  Files["/sys/fs/cgroup/a/cpu.max"] = "many 0";
  EXPECT_EQ(quota(), std::nullopt);
  Files["/sys/fs/cgroup/a/cpu.max"] = "100000 0";
  EXPECT_EQ(quota(), std::nullopt);
  Files["/sys/fs/cgroup/a/cpu.max"] = "";
  EXPECT_EQ(quota(), std::nullopt);
  Files["/proc/self/mountinfo"] = "\n\n - \n1 2 3 - cgroup2\n";
  Files["/proc/self/cgroup"] = "::\n0\nx:y\n";
  EXPECT_EQ(quota(), std::nullopt);
  Files["/proc/meminfo"] = "MemAvailable: much\nMemAvailableElse: 5\n";
  EXPECT_EQ(memory(), 0u);
}

TEST_F(Machine, KnowsTheMemoryThatIsAvailable) {
  EXPECT_EQ(memory(), 0u);
  Files["/proc/meminfo"] = "MemTotal:       24684000 kB\n"
                           "MemFree:        23820292 kB\n"
                           "MemAvailable:   10485760 kB\n";
  EXPECT_EQ(memory(), 10240u);
  // Full isn't unknown.
  Files["/proc/meminfo"] = "MemAvailable: 12 kB\n";
  EXPECT_EQ(memory(), 1u);
}

TEST_F(Machine, HasNoMoreMemoryThanItsGroups) {
  Files["/proc/meminfo"] = "MemAvailable: 10485760 kB\n";
  version2("/a/b");
  Files["/sys/fs/cgroup/a/b/memory.max"] = "max\n";
  Files["/sys/fs/cgroup/a/b/memory.current"] = "104857600\n";
  EXPECT_EQ(memory(), 10240u);
  Files["/sys/fs/cgroup/a/memory.max"] = "1073741824\n";
  Files["/sys/fs/cgroup/a/memory.current"] = "536870912\n";
  EXPECT_EQ(memory(), 512u);
  // Copies of files don't stand in the way.
  Files["/sys/fs/cgroup/a/memory.stat"] =
      "anon 1\nfile 9\ninactive_file 104857600\nactive_file 104857600\n";
  EXPECT_EQ(memory(), 712u);
  Files["/sys/fs/cgroup/a/memory.current"] = "4073741824\n";
  EXPECT_EQ(memory(), 1u);
}

TEST_F(Machine, KnowsMemoryOfVersion1) {
  Files["/proc/meminfo"] = "MemAvailable: 10485760 kB\n";
  version1("/docker/12ab", "/docker/12ab");
  std::string Folder = "/sys/fs/cgroup/memory/";
  Files[Folder + "memory.limit_in_bytes"] = "9223372036854771712\n";
  Files[Folder + "memory.usage_in_bytes"] = "104857600\n";
  EXPECT_EQ(memory(), 10240u);
  Files[Folder + "memory.limit_in_bytes"] = "209715200\n";
  Files[Folder + "memory.stat"] =
      "inactive_file 1\ntotal_inactive_file 52428800\n";
  EXPECT_EQ(memory(), 150u);
}

TEST_F(Machine, HasWorkersForItsCoresAndItsMemory) {
  EXPECT_EQ(workerCount(8, 16000, 1000), 8u);
  EXPECT_EQ(workerCount(8, 4999, 1000), 4u);
  EXPECT_EQ(workerCount(8, 500, 1000), 1u);
  EXPECT_EQ(workerCount(8, 0, 1000), 8u);
  EXPECT_EQ(workerCount(8, 16000, 0), 8u);
  EXPECT_EQ(workerCount(0, 0, 0), 1u);
}

TEST_F(Machine, KnowsThisOne) {
  EXPECT_GE(usableCores(), 1u);
  EXPECT_GT(availableMemoryMiB(), 0u);
}

} // namespace
} // namespace asynctidy::runner
