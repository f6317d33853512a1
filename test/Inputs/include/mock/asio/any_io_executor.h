// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
namespace MOCK_ASIO {
class any_io_executor {
public:
  any_io_executor() noexcept;
  template <class Executor>
    requires requires(Executor E) { E.is_mock_executor(); }
  any_io_executor(Executor E);
  void is_mock_executor() const;
  execution_context &context() const;
};

/// What the mocks count as an executor.
template <class T>
concept MockExecutor = requires(const T &E) { E.is_mock_executor(); };
/// What the mocks count as an execution context.
template <class T>
concept MockContext = requires(T &C) { C.get_executor(); } &&
                      !requires(T &C) { C.lowest_layer(); };
} // namespace MOCK_ASIO
