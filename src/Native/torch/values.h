// What crosses the border in an operator call: a small tagged value, 16 bytes, mirrored by NativeValue in C#.
#pragma once

#include <cstdint>
#include <vector>

#include <ATen/core/Tensor.h>
#include <ATen/core/ivalue.h>

enum class ClipperKind : int32_t {
  none = 0,
  tensor = 1,          // pointer: at::Tensor*
  integer = 2,         // also scalar types, layouts and memory formats
  real = 3,
  boolean = 4,         // integer: 0 or 1
  text = 5,            // pointer: UTF-8, count bytes
  device = 6,          // integer: index, count: type
  generator = 7,       // pointer: at::Generator*
  integers = 8,        // pointer: int64_t[count]
  reals = 9,           // pointer: double[count]
  tensors = 10,        // pointer: at::Tensor*[count]
  optional_tensors = 11,  // the same; null = absent
};

struct ClipperValue {
  ClipperKind kind;
  int32_t count;
  union {
    int64_t integer;
    double real;
    const void* pointer;
  };
};
static_assert(sizeof(ClipperValue) == 16, "C# mirrors this layout");

namespace clipper {

c10::IValue to_ivalue(const ClipperValue& value);

// Appends a result; a list of tensors is appended tensor by tensor. Each becomes a new at::Tensor of the caller's.
void append_result(const c10::IValue& value, std::vector<ClipperValue>& results);

void free_results(std::vector<ClipperValue>& results) noexcept;

}  // namespace clipper
