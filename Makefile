# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#   make           sets up and builds
#   make demo      lints the example service that is done wrong
#   make test      builds and runs every test
#   make bench     measures what the checks and a run over a project cost
#
# Each does its whole set-up itself: Debian packages, CMake, build.

.PHONY: all demo test bench check-format asan generate packages clean

products := async-tidy async-clang-tidy async-clangd AsyncTidyModule

all:
	@tools/dev/install-packages build
	@tools/dev/build release $(products)

demo: all
	@tools/dev/install-packages demo
	@tools/dev/demo build

test:
	@tools/dev/install-packages build demo test
	@tools/dev/build release all
	@python3 test/tools/run_all.py build/test/run_all.json

bench:
	@tools/dev/install-packages build demo bench
	@tools/dev/build release $(products) AsyncTidyGrownChecks async-tidy-link-bench
	@bench/run build

check-format:
	@tools/dev/install-packages test
	@tools/dev/check-format

asan:
	@tools/dev/install-packages build demo test asan
	@tools/dev/build asan all
	@tools/dev/run-asan build/asan

# What is made from checks/Checks.def.
generate:
	@tools/dev/generate

packages:
	@tools/dev/install-packages build demo test bench

clean:
	@rm -rf build
