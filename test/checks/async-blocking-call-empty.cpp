// RUN: %check_async_tidy %s async-blocking-call %t
