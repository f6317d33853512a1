// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef MONGOCXX_CLIENT_HPP
#define MONGOCXX_CLIENT_HPP
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
namespace bsoncxx {
namespace v_noabi::document {
class view {};
class value {
public:
  view view() const;
};
} // namespace v_noabi::document
namespace document {
using v_noabi::document::value;
using v_noabi::document::view;
} // namespace document
} // namespace bsoncxx

namespace mongocxx {
namespace v_noabi {
class uri {
public:
  uri(std::string_view uri_string);
  uri(const char *uri_string);
  uri();
  uri(uri &&) noexcept;
};
class cursor {
public:
  class iterator {
  public:
    const bsoncxx::document::view &operator*() const;
    iterator &operator++();
    bool operator!=(const iterator &) const;
  };
  cursor(cursor &&) noexcept;
  iterator begin();
  iterator end();
};
class collection {
public:
  collection() noexcept;
  collection(const collection &);
  ~collection();
  cursor find(bsoncxx::document::view filter);
  std::optional<bsoncxx::document::value>
  find_one(bsoncxx::document::view filter);
  std::optional<bsoncxx::document::value>
  find_one_and_update(bsoncxx::document::view filter,
                      bsoncxx::document::view update);
  std::optional<bsoncxx::document::value>
  find_one_and_delete(bsoncxx::document::view filter);
  void insert_one(bsoncxx::document::view document);
  void update_one(bsoncxx::document::view filter,
                  bsoncxx::document::view update);
  void delete_one(bsoncxx::document::view filter);
  std::int64_t count_documents(bsoncxx::document::view filter);
  std::string_view name() const;
};
class database {
public:
  mongocxx::v_noabi::collection collection(std::string_view name) const;
  mongocxx::v_noabi::collection operator[](std::string_view name) const;
  bsoncxx::document::value run_command(bsoncxx::document::view command);
};
class client {
public:
  client() noexcept;
  client(const mongocxx::v_noabi::uri &uri);
  client(client &&) noexcept;
  ~client();
  mongocxx::v_noabi::database database(std::string_view name) const;
  mongocxx::v_noabi::database operator[](std::string_view name) const;
};
} // namespace v_noabi
using v_noabi::client;
using v_noabi::collection;
using v_noabi::cursor;
using v_noabi::database;
using v_noabi::uri;
} // namespace mongocxx
#endif
