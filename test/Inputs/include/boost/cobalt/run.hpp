// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_COBALT_RUN_HPP
#define BOOST_COBALT_RUN_HPP
#include <boost/cobalt/task.hpp>
#include <utility>

namespace boost::cobalt {

template <typename T> T run(task<T> Work) { return Work.await_resume(); }

} // namespace boost::cobalt
#endif
