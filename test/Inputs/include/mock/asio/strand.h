// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
namespace MOCK_ASIO {
template <typename Executor> class strand {
public:
  using inner_executor_type = Executor;
  strand();
  explicit strand(const Executor &E);
  void is_mock_executor() const;
  inner_executor_type get_inner_executor() const noexcept;
};

template <MockExecutor Executor>
inline strand<Executor> make_strand(const Executor &Ex) {
  return strand<Executor>(Ex);
}
template <MockContext ExecutionContext>
inline strand<typename ExecutionContext::executor_type>
make_strand(ExecutionContext &Ctx) {
  return strand<typename ExecutionContext::executor_type>(Ctx.get_executor());
}
} // namespace MOCK_ASIO
