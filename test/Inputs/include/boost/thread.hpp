// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_THREAD_HPP
#define BOOST_THREAD_HPP
#include <boost/thread/future.hpp>
#include <boost/thread/lock_guard.hpp>
#include <boost/thread/mutex.hpp>
#include <boost/thread/thread.hpp>
#endif
