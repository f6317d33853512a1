// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef OATPP_ASYNC_COROUTINE_HPP
#define OATPP_ASYNC_COROUTINE_HPP
#include <chrono>

namespace oatpp::async {

class AbstractCoroutine;

class Action {
public:
  Action(Action &&Other);
  ~Action();
};

class Error;

class AbstractCoroutine {
public:
  virtual ~AbstractCoroutine();
  virtual Action act() = 0;
  virtual Action handleError(Error *E);
  static Action
  waitRepeat(const std::chrono::duration<long, std::micro> &Timeout);
  Action finish() const;
};

template <class T> class Coroutine : public AbstractCoroutine {
public:
  typedef Action (T::*Function)();
  Action yieldTo(const Function &F) const;
};

/// What starts a coroutine whose result a method of the caller gets.
template <typename... Args>
class AbstractCoroutineWithResult : public AbstractCoroutine {
public:
  class StarterForResult {
  public:
    template <class C> Action callbackTo(Action (C::*Callback)(Args...));
  };
};
template <typename... Args>
using CoroutineStarterForResult =
    typename AbstractCoroutineWithResult<Args...>::StarterForResult;

} // namespace oatpp::async
#endif
