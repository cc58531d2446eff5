#include <string>

#include "api.h"

namespace {
thread_local std::string last_error;
}

void clipper::remember_error(const char* text) noexcept {
  try {
    last_error = text;
  } catch (...) {
    last_error.clear();
  }
}

// Text of this thread's last failure, UTF-8; valid until the thread's next failure.
CLIPPER_API const char* clipper_error_text() { return last_error.c_str(); }
