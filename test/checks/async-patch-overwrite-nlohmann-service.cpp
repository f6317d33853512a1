// A service with a repository, as larger projects have it.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <httplib.h>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>

using nlohmann::json;

namespace shop {

class Product {
public:
  const std::string &name() const { return m_name; }
  int stock() const { return m_stock; }
  void setName(std::string name) { m_name = std::move(name); }
  void setStock(int stock) { m_stock = stock; }
  void setPrice(double price) { m_price = price; }

private:
  std::string m_name;
  int m_stock = 0;
  double m_price = 0;
};

class ProductRepository {
public:
  virtual ~ProductRepository() = default;
  virtual std::optional<Product> findById(const std::string &id) = 0;
  virtual void save(const std::string &id, const Product &product) = 0;
};

// Changes what is there.
void apply(Product &product, const json &changes) {
  product.setName(changes.value("name", ""));
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: a PATCH request without 'name' has 'product.setName' overwrite what was stored with "" [async-patch-overwrite]
  // CHECK-NOTES: :[[@LINE+58]]:72: note: 'lambda' passes it to 'ProductController::patch' here
  // CHECK-NOTES: :[[@LINE+69]]:15: note: 'ProductController::patch' passes it to 'ProductService::update' here
  // CHECK-NOTES: :[[@LINE+35]]:5: note: 'ProductService::update' passes it to 'apply' here
  // CHECK-NOTES: :[[@LINE+55]]:12: note: 'lambda' answers PATCH of '/products/:id', registered with 'Server::Patch' here
  // CHECK-NOTES: :[[@LINE-6]]:11: note: write it only when it was sent
  // CHECK-FIXES: if (changes.contains("name"))
  // CHECK-FIXES-NEXT: product.setName(changes.value("name", ""));
  product.setStock(changes.value("stock", product.stock()));
  if (changes.contains("price"))
    product.setPrice(changes.at("price").get<double>());
}

// Makes a new one: for POST.
Product create(const json &fields) {
  Product product;
  product.setName(fields.value("name", ""));
  product.setStock(fields.value("stock", 0));
  return product;
}

void setStock(Product &product, int stock) {
  product.setStock(stock);
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: a PATCH request without 'stock' has 'product.setStock' overwrite what was stored with 0
  // CHECK-NOTES: :[[@LINE+15]]:32: note: 'stock' is read here
  // CHECK-NOTES: :[[@LINE+14]]:5: note: 'ProductService::update' passes it to 'setStock' here
  // CHECK-NOTES: :[[@LINE+33]]:12: note: 'lambda' answers PATCH of '/products/:id', registered with 'Server::Patch' here
  // CHECK-NOTES: :[[@LINE-5]]:11: note: write it only when it was sent
}

class ProductService {
public:
  explicit ProductService(std::shared_ptr<ProductRepository> repository) : m_repository(std::move(repository)) {}

  Product update(const std::string &id, const json &changes) {
    auto product = m_repository->findById(id);
    if (!product)
      throw std::out_of_range("no such product");
    apply(*product, changes);
    setStock(*product, changes.value("stock", 0));
    product->setPrice(changes.value("price", 0.0));
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'price' has 'product->setPrice' overwrite what was stored with 0.0
    m_repository->save(id, *product);
    return *product;
  }

  Product add(const std::string &id, const json &fields) {
    Product product = create(fields);
    m_repository->save(id, product);
    return product;
  }

private:
  std::shared_ptr<ProductRepository> m_repository;
};

class ProductController {
public:
  ProductController(httplib::Server &server, ProductService &service) : m_service(service) {
    server.Patch("/products/:id", [this](const auto &req, auto &res) { patch(req, res); });
    server.Post("/products/:id", [this](const auto &req, auto &res) { post(req, res); });
  }

  void patch(const httplib::Request &req, httplib::Response &res) {
    json body;
    try {
      body = json::parse(req.body);
    } catch (const json::parse_error &error) {
      res.status = 400;
      return;
    }
    m_service.update(req.path_params.at("id"), body);
    res.status = 200;
  }

  void post(const httplib::Request &req, httplib::Response &res) {
    m_service.add(req.path_params.at("id"), json::parse(req.body));
    res.status = 201;
  }

private:
  ProductService &m_service;
};

} // namespace shop
