// RUN: %check_async_tidy %s async-blocking-call %t --no-fix
#include <not/here.h>
// CHECK-MESSAGES: :[[@LINE-1]]:10: error: 'not/here.h' file not found [clang-diagnostic-error]

void nothing_of_the_library_is_known() {
  library::connect();
}
