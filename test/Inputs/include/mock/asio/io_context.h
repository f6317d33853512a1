// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
namespace MOCK_ASIO {
class io_context : public execution_context {
public:
  using count_type = std::size_t;
  template <typename Allocator, unsigned Bits> class basic_executor_type {
  public:
    void is_mock_executor() const;
    io_context &context() const noexcept;
  };
  using executor_type = basic_executor_type<std::allocator<void>, 0>;

  io_context();
  explicit io_context(int ConcurrencyHint);
  ~io_context();
  executor_type get_executor() noexcept;
  count_type run();
  template <typename Rep, typename Period>
  std::size_t run_for(const std::chrono::duration<Rep, Period> &);
  count_type run_one();
  count_type poll();
  count_type poll_one();
  void stop();
  void restart();
};
} // namespace MOCK_ASIO
