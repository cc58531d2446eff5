// What a tensor is: its shape, type, place and memory.
#include <ATen/core/Tensor.h>

#include "api.h"

// Mirrored by TensorDescription in C#. The pointers are the tensor's own and live as long as it does.
struct ClipperDescription {
  const int64_t* sizes;
  const int64_t* strides;
  int64_t elements;
  int64_t item_size;
  int32_t dimensions;
  int32_t scalar_type;
  int32_t device_type;
  int32_t device_index;
  int32_t is_contiguous;
  int32_t requires_grad;
};

CLIPPER_API int32_t clipper_tensor_describe(const at::Tensor* tensor, ClipperDescription* description) {
  return clipper::guarded<int32_t>(0, [&] {
    const auto device = tensor->device();
    description->sizes = tensor->sizes().data();
    description->strides = tensor->strides().data();
    description->elements = tensor->numel();
    description->item_size = static_cast<int64_t>(tensor->element_size());
    description->dimensions = static_cast<int32_t>(tensor->dim());
    description->scalar_type = static_cast<int32_t>(tensor->scalar_type());
    description->device_type = static_cast<int32_t>(device.type());
    description->device_index = static_cast<int32_t>(device.index());
    description->is_contiguous = tensor->is_contiguous() ? 1 : 0;
    description->requires_grad = tensor->requires_grad() ? 1 : 0;
    return 1;
  });
}

// First element; null also for a tensor of no elements.
CLIPPER_API void* clipper_tensor_data(const at::Tensor* tensor) {
  return clipper::guarded<void*>(nullptr, [&] { return tensor->data_ptr(); });
}

// Another owner of the same tensor.
CLIPPER_API at::Tensor* clipper_tensor_share(const at::Tensor* tensor) {
  return clipper::guarded<at::Tensor*>(nullptr, [&] { return new at::Tensor(*tensor); });
}

CLIPPER_API void clipper_tensor_free(at::Tensor* tensor) {
  clipper::guarded<int32_t>(0, [&] {
    delete tensor;
    return 1;
  });
}
