// Gradients and the modes that switch their recording; backward itself is the operator aten::_backward.
#include <ATen/core/Tensor.h>
#include <ATen/core/grad_mode.h>
#include <c10/core/InferenceMode.h>

#include "api.h"

CLIPPER_API int32_t clipper_tensor_set_requires_grad(const at::Tensor* tensor, int32_t required) {
  return clipper::guarded<int32_t>(0, [&] {
    tensor->set_requires_grad(required != 0);
    return 1;
  });
}

// A new owner of the tensor's gradient in *gradient, or null where there is none.
CLIPPER_API int32_t clipper_tensor_grad(const at::Tensor* tensor, at::Tensor** gradient) {
  return clipper::guarded<int32_t>(0, [&] {
    const at::Tensor& found = tensor->grad();
    *gradient = found.defined() ? new at::Tensor(found) : nullptr;
    return 1;
  });
}

// Null removes the gradient.
CLIPPER_API int32_t clipper_tensor_set_grad(const at::Tensor* tensor, const at::Tensor* gradient) {
  return clipper::guarded<int32_t>(0, [&] {
    tensor->mutable_grad() = gradient == nullptr ? at::Tensor() : *gradient;
    return 1;
  });
}

CLIPPER_API int32_t clipper_grad_mode() { return at::GradMode::is_enabled() ? 1 : 0; }

CLIPPER_API void clipper_set_grad_mode(int32_t enabled) { at::GradMode::set_enabled(enabled != 0); }

// Enters (or leaves, for the guard's life) inference mode on this thread; the guard is freed on the same thread.
CLIPPER_API void* clipper_inference_enter(int32_t enabled) {
  return clipper::guarded<void*>(nullptr, [&] { return new c10::InferenceMode(enabled != 0); });
}

CLIPPER_API void clipper_inference_leave(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }
