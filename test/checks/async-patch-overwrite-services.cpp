// Layers: DTOs, services behind interfaces, repositories, templates, bound handlers.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <functional>
#include <httplib.h>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>
using nlohmann::json;
using httplib::Request;
using httplib::Response;

struct Book {
  int id = 0;
  std::string title, author;
  int pages = 0;
};
// What came, with no way to say what.
struct BookDto {
  std::string title, author;
  int pages = 0;
  static BookDto parse(const json &body) {
    BookDto dto;
    dto.title = body.value("title", "");
    dto.author = body.value("author", "");
    dto.pages = body.value("pages", 0);
    return dto;
  }
};
// What came, and whether it did.
struct BookPatch {
  std::optional<std::string> title, author;
  explicit BookPatch(const json &body) {
    if (body.contains("title"))
      title = body["title"].get<std::string>();
    if (body.contains("author"))
      author = body["author"].get<std::string>();
  }
};

class BookRepository {
public:
  virtual ~BookRepository() = default;
  virtual std::shared_ptr<Book> find(int id) = 0;
  virtual void update(const Book &book) = 0;
  virtual void save(const Book &book) = 0;
};
class MemoryBooks final : public BookRepository {
public:
  std::shared_ptr<Book> find(int id) override { return books_[id]; }
  void update(const Book &book) override { *books_[book.id] = book; }
  void save(const Book &book) override;

private:
  std::map<int, std::shared_ptr<Book>> books_;
};

class BookService {
public:
  explicit BookService(std::shared_ptr<BookRepository> books) : books_(std::move(books)) {}

  void change(int id, const BookDto &dto) {
    auto book = books_->find(id);
    book->title = dto.title;
    book->author = dto.author;
    books_->save(*book);
  }
  void apply(int id, const BookPatch &patch) {
    auto book = books_->find(id);
    if (patch.title)
      book->title = *patch.title;
    book->author = patch.author.value_or("unknown");
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'author' overwrites 'book->author' with "unknown"
    // CHECK-FIXES: book->author = patch.author.value_or(book->author);
    books_->save(*book);
  }
  void retitle(int id, std::string title) {
    if (title.empty())
      return;
    books_->find(id)->title = std::move(title);
  }
  void replace(const Book &book) { books_->save(book); }

private:
  std::shared_ptr<BookRepository> books_;
};
Book to_book(const BookDto &dto) { return {0, dto.title, dto.author, dto.pages}; }

class BookController {
public:
  explicit BookController(BookService &service) : service_(service) {}
  void bind(httplib::Server &server) {
    using namespace std::placeholders;
    server.Patch("/books/:id", std::bind(&BookController::patch, this, _1, _2));
    server.Patch("/patches/:id", [this](const auto &req, auto &res) { apply(req, res); });
    server.Patch("/whole/:id", [this](const Request &req, Response &res) { whole(req, res); });
    server.Patch("/titles/:id", std::bind_front(&BookController::retitle, this));
    server.Put("/books/:id", std::bind(&BookController::put, this, _1, _2));
  }

private:
  void patch(const Request &req, Response &res) {
    const auto dto = BookDto::parse(json::parse(req.body));
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: an object is read here that can't say which of its members a PATCH request sent
    // CHECK-NOTES: note: 'book->title' is overwritten here
    // CHECK-NOTES: note: 'book->author' is overwritten here
    // CHECK-NOTES: note: 'BookController::patch' passes it to 'BookService::change' here
    // CHECK-NOTES: note: 'BookController::patch' answers PATCH of '/books/:id', registered with 'Server::Patch' here
    service_.change(std::stoi(req.path_params.at("id")), dto);
    res.status = 204;
  }
  void apply(const Request &req, Response &) { service_.apply(1, BookPatch(json::parse(req.body))); }
  void whole(const Request &req, Response &) {
    const Book book = to_book(BookDto::parse(json::parse(req.body)));
    service_.replace(book);
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request has {{.*}} store a whole object: every member that it doesn't send is lost
  }
  void retitle(const Request &req, Response &) { service_.retitle(1, json::parse(req.body).value("title", "")); }
  void put(const Request &req, Response &) { service_.change(1, BookDto::parse(json::parse(req.body))); }

  BookService &service_;
};

// A generic controller.
template <typename Entity> class Resource {
public:
  void routes(httplib::Server &server, const std::string &path) {
    server.Patch(path, [this](const Request &req, Response &) {
      auto &entity = entities_.at(req.path_params.at("id"));
      entity.title = json::parse(req.body).value("title", "");
      // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: a PATCH request without 'title' overwrites 'entity.title' with ""
      // CHECK-FIXES: entity.title = json::parse(req.body).value("title", entity.title);
    });
  }

private:
  std::map<std::string, Entity> entities_;
};
struct Film {
  std::string title;
};
void serve(httplib::Server &server, BookController &controller, Resource<Film> &films, Resource<Book> &books) {
  controller.bind(server);
  films.routes(server, "/films/:id");
  books.routes(server, "/archive/:id");
}
