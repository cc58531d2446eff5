#include "values.h"

#include <string>

#include <ATen/core/List.h>
#include <ATen/core/jit_type.h>
#include <c10/util/Exception.h>

namespace {

const at::Tensor& tensor_at(const void* pointer) { return *static_cast<const at::Tensor*>(pointer); }

c10::IValue to_tensor_list(const ClipperValue& value) {
  auto pointers = static_cast<const at::Tensor* const*>(value.pointer);
  c10::List<at::Tensor> list;
  list.reserve(value.count);
  for (int32_t i = 0; i < value.count; ++i) list.push_back(*pointers[i]);
  return list;
}

c10::IValue to_optional_tensor_list(const ClipperValue& value) {
  auto pointers = static_cast<const at::Tensor* const*>(value.pointer);
  c10::impl::GenericList list(c10::OptionalType::create(c10::TensorType::get()));
  for (int32_t i = 0; i < value.count; ++i) {
    list.push_back(pointers[i] == nullptr ? c10::IValue() : c10::IValue(*pointers[i]));
  }
  return list;
}

void append_tensor(const at::Tensor& tensor, std::vector<ClipperValue>& results) {
  ClipperValue value{tensor.defined() ? ClipperKind::tensor : ClipperKind::none, 0, {}};
  results.push_back(value);
  if (tensor.defined()) results.back().pointer = new at::Tensor(tensor);
}

}  // namespace

c10::IValue clipper::to_ivalue(const ClipperValue& value) {
  const auto count = static_cast<size_t>(value.count);
  switch (value.kind) {
    case ClipperKind::none: return {};
    case ClipperKind::tensor: return tensor_at(value.pointer);
    case ClipperKind::integer: return value.integer;
    case ClipperKind::real: return value.real;
    case ClipperKind::boolean: return value.integer != 0;
    case ClipperKind::text: return std::string(static_cast<const char*>(value.pointer), count);
    case ClipperKind::device:
      return c10::Device(static_cast<c10::DeviceType>(value.count), static_cast<c10::DeviceIndex>(value.integer));
    case ClipperKind::generator: return *static_cast<const at::Generator*>(value.pointer);
    case ClipperKind::integers:
      return c10::IValue(at::ArrayRef<int64_t>(static_cast<const int64_t*>(value.pointer), count));
    case ClipperKind::reals:
      return c10::IValue(at::ArrayRef<double>(static_cast<const double*>(value.pointer), count));
    case ClipperKind::tensors: return to_tensor_list(value);
    case ClipperKind::optional_tensors: return to_optional_tensor_list(value);
  }
  TORCH_CHECK(false, "argument of unknown kind ", static_cast<int32_t>(value.kind));
}

void clipper::append_result(const c10::IValue& value, std::vector<ClipperValue>& results) {
  if (value.isTensor()) return append_tensor(value.toTensor(), results);
  if (value.isTensorList()) {
    for (const at::Tensor& tensor : value.toTensorVector()) append_tensor(tensor, results);
    return;
  }
  ClipperValue result{ClipperKind::none, 0, {}};
  if (value.isInt()) {
    result.kind = ClipperKind::integer;
    result.integer = value.toInt();
  } else if (value.isDouble()) {
    result.kind = ClipperKind::real;
    result.real = value.toDouble();
  } else if (value.isBool()) {
    result.kind = ClipperKind::boolean;
    result.integer = value.toBool() ? 1 : 0;
  } else {
    TORCH_CHECK(value.isNone(), "results of type ", value.tagKind(), " are not supported");
  }
  results.push_back(result);
}

void clipper::free_results(std::vector<ClipperValue>& results) noexcept {
  for (const ClipperValue& result : results) {
    if (result.kind == ClipperKind::tensor) delete static_cast<const at::Tensor*>(result.pointer);
  }
  results.clear();
}
