// The border of the library: plain C functions, no exception ever crosses it. A function that can fail returns 0 or a
// null pointer and leaves the text for clipper_error_text() of the same thread.
#pragma once

#include <cstdint>
#include <exception>

#include <c10/util/Exception.h>

#define CLIPPER_API extern "C" __attribute__((visibility("default")))

namespace clipper {

void remember_error(const char* text) noexcept;

// Runs the body; on an exception remembers its text (libtorch's own, without its stack) and returns `failed`.
template <class Result, class Body>
Result guarded(Result failed, Body body) noexcept {
  try {
    return body();
  } catch (const c10::Error& error) {
    remember_error(error.what_without_backtrace());
  } catch (const std::exception& error) {
    remember_error(error.what());
  } catch (...) {
    remember_error("unknown C++ exception");
  }
  return failed;
}

}  // namespace clipper
