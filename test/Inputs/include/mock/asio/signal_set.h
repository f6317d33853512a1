// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
namespace MOCK_ASIO {
template <typename Executor = any_io_executor> class basic_signal_set {
public:
  explicit basic_signal_set(const Executor &Ex);
  basic_signal_set(const Executor &Ex, int Signal1);
  basic_signal_set(const Executor &Ex, int Signal1, int Signal2);
  template <MockContext ExecutionContext>
  basic_signal_set(ExecutionContext &Context, int Signal1, int Signal2);
  void add(int Signal);
  template <typename SignalToken>
  mock_result_t<SignalToken, void(error_code, int)>
  async_wait(SignalToken &&Token) {
    return mock_initiate<SignalToken, void(error_code, int)>();
  }
};
using signal_set = basic_signal_set<>;
} // namespace MOCK_ASIO
