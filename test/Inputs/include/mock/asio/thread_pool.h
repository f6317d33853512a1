// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
namespace MOCK_ASIO {
class thread_pool : public execution_context {
public:
  template <typename Allocator, unsigned Bits> class basic_executor_type {
  public:
    void is_mock_executor() const;
    thread_pool &context() const noexcept;
  };
  using executor_type = basic_executor_type<std::allocator<void>, 0>;

  thread_pool();
  explicit thread_pool(std::size_t NumThreads);
  ~thread_pool();
  executor_type get_executor() noexcept;
  void stop();
  void attach();
  void join();
  void wait();
};
} // namespace MOCK_ASIO
