// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
namespace MOCK_ASIO {
template <typename Protocol, typename Executor = any_io_executor>
class basic_socket {
public:
  using executor_type = Executor;
  using endpoint_type = typename Protocol::endpoint;
  enum wait_type { wait_read, wait_write, wait_error };
  enum shutdown_type { shutdown_receive, shutdown_send, shutdown_both };

  executor_type get_executor() noexcept;
  basic_socket &lowest_layer();
  void connect(const endpoint_type &Peer);
  void connect(const endpoint_type &Peer, error_code &EC);
  template <typename Token>
  mock_result_t<Token, void(error_code)> async_connect(const endpoint_type &,
                                                       Token &&) {
    return mock_initiate<Token, void(error_code)>();
  }
  bool is_open() const;
  std::size_t available() const;
  void non_blocking(bool Mode);
  void wait(wait_type W);
  template <typename Token>
  mock_result_t<Token, void(error_code)> async_wait(wait_type, Token &&) {
    return mock_initiate<Token, void(error_code)>();
  }
  void shutdown(shutdown_type What);
  void close();
  void close(error_code &EC);

protected:
  basic_socket();
  ~basic_socket();
};

template <typename Protocol, typename Executor = any_io_executor>
class basic_stream_socket : public basic_socket<Protocol, Executor> {
public:
  explicit basic_stream_socket(const Executor &Ex);
  template <MockContext ExecutionContext>
  explicit basic_stream_socket(ExecutionContext &Context);
  basic_stream_socket(basic_stream_socket &&);
  ~basic_stream_socket();

  template <typename MutableBufferSequence>
  std::size_t read_some(const MutableBufferSequence &);
  template <typename MutableBufferSequence>
  std::size_t read_some(const MutableBufferSequence &, error_code &);
  template <typename ConstBufferSequence>
  std::size_t write_some(const ConstBufferSequence &);
  template <typename ConstBufferSequence>
  std::size_t write_some(const ConstBufferSequence &, error_code &);
  template <typename ConstBufferSequence>
  std::size_t send(const ConstBufferSequence &);
  template <typename MutableBufferSequence>
  std::size_t receive(const MutableBufferSequence &);
  template <typename MutableBufferSequence, typename Token>
  mock_result_t<Token, void(error_code, std::size_t)>
  async_read_some(const MutableBufferSequence &, Token &&) {
    return mock_initiate<Token, void(error_code, std::size_t)>();
  }
  template <typename ConstBufferSequence, typename Token>
  mock_result_t<Token, void(error_code, std::size_t)>
  async_write_some(const ConstBufferSequence &, Token &&) {
    return mock_initiate<Token, void(error_code, std::size_t)>();
  }
};

template <typename Protocol, typename Executor = any_io_executor>
class basic_socket_acceptor {
public:
  using socket_type = basic_stream_socket<Protocol, any_io_executor>;
  basic_socket_acceptor(const Executor &, const typename Protocol::endpoint &);
  template <MockContext ExecutionContext>
  basic_socket_acceptor(ExecutionContext &,
                        const typename Protocol::endpoint &);
  Executor get_executor() noexcept;
  void listen(int Backlog = 4096);
  void close();
  socket_type accept();
  template <typename Token>
  mock_result_t<Token, void(error_code, socket_type)> async_accept(Token &&) {
    return mock_initiate<Token, void(error_code, socket_type)>();
  }
};

namespace ip {
template <typename InternetProtocol> class basic_endpoint {
public:
  basic_endpoint() noexcept;
  basic_endpoint(const InternetProtocol &, unsigned short Port) noexcept;
};
template <typename InternetProtocol> class basic_resolver_results {
public:
  using value_type = basic_endpoint<InternetProtocol>;
  const value_type *begin() const;
  const value_type *end() const;
};

template <typename InternetProtocol, typename Executor = any_io_executor>
class basic_resolver {
public:
  using results_type = basic_resolver_results<InternetProtocol>;
  explicit basic_resolver(const Executor &Ex);
  template <MockContext ExecutionContext>
  explicit basic_resolver(ExecutionContext &Context);
  void cancel();
  results_type resolve(std::string_view Host, std::string_view Service);
  results_type resolve(std::string_view Host, std::string_view Service,
                       error_code &EC);
  template <typename Token>
  mock_result_t<Token, void(error_code, results_type)>
  async_resolve(std::string_view, std::string_view, Token &&) {
    return mock_initiate<Token, void(error_code, results_type)>();
  }
};

class tcp {
public:
  using endpoint = basic_endpoint<tcp>;
  using socket = basic_stream_socket<tcp>;
  using acceptor = basic_socket_acceptor<tcp>;
  using resolver = basic_resolver<tcp>;
  static tcp v4() noexcept;
  static tcp v6() noexcept;
};
} // namespace ip
} // namespace MOCK_ASIO
