// Version, threads, random numbers and devices of the process.
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <c10/core/impl/DeviceGuardImplInterface.h>
#include <torch/version.h>

#include <mutex>

#include "api.h"

namespace {

c10::Device device_of(int32_t type, int32_t index) {
  return c10::Device(static_cast<c10::DeviceType>(type), static_cast<c10::DeviceIndex>(index));
}

}  // namespace

CLIPPER_API const char* clipper_torch_version() { return TORCH_VERSION; }

CLIPPER_API int32_t clipper_threads() {
  return clipper::guarded<int32_t>(0, [] { return static_cast<int32_t>(at::get_num_threads()); });
}

CLIPPER_API int32_t clipper_set_threads(int32_t threads) {
  return clipper::guarded<int32_t>(0, [&] {
    at::set_num_threads(threads);
    return 1;
  });
}

CLIPPER_API int32_t clipper_device_count(int32_t type) {
  return clipper::guarded<int32_t>(-1, [&]() -> int32_t {
    const auto kind = static_cast<c10::DeviceType>(type);
    return c10::impl::hasDeviceGuardImpl(kind) ? c10::impl::getDeviceGuardImpl(kind)->deviceCount() : 0;
  });
}

CLIPPER_API int32_t clipper_has_cudnn() {
  return clipper::guarded<int32_t>(0, [] { return at::globalContext().hasCuDNN() ? 1 : 0; });
}

// Whether float32 products on CUDA may round their factors to TF32.
CLIPPER_API int32_t clipper_allows_tf32() {
  return clipper::guarded<int32_t>(0, [] { return at::globalContext().allowTF32CuBLAS() ? 1 : 0; });
}

CLIPPER_API int32_t clipper_allow_tf32(int32_t allowed) {
  return clipper::guarded<int32_t>(0, [&] {
    at::globalContext().setAllowTF32CuBLAS(allowed != 0);
    return 1;
  });
}

// index < 0: the current device.
CLIPPER_API int32_t clipper_cuda_synchronize(int32_t index) {
  return clipper::guarded<int32_t>(0, [&] {
    const auto* guard = c10::impl::getDeviceGuardImpl(c10::DeviceType::CUDA);
    const auto device = index < 0 ? guard->getDevice() : device_of(static_cast<int32_t>(c10::DeviceType::CUDA), index);
    at::detail::getCUDAHooks().deviceSynchronize(device.index());
    return 1;
  });
}

CLIPPER_API int32_t clipper_manual_seed(uint64_t seed) {
  return clipper::guarded<int32_t>(0, [&] {
    at::manual_seed(seed);
    return 1;
  });
}

// The process's own generator of that device: seeding it seeds every call that names no generator.
CLIPPER_API at::Generator* clipper_generator_default(int32_t device_type, int32_t device_index) {
  return clipper::guarded<at::Generator*>(nullptr, [&] {
    return new at::Generator(at::globalContext().defaultGenerator(device_of(device_type, device_index)));
  });
}

// A generator of its own.
CLIPPER_API at::Generator* clipper_generator_new(uint64_t seed, int32_t device_type, int32_t device_index) {
  return clipper::guarded<at::Generator*>(nullptr, [&] {
    auto model = at::globalContext().defaultGenerator(device_of(device_type, device_index));
    std::lock_guard<std::mutex> lock(model.mutex());
    auto generator = model.clone();
    generator.set_current_seed(seed);
    return new at::Generator(generator);
  });
}

CLIPPER_API int32_t clipper_generator_seed(at::Generator* generator, uint64_t seed) {
  return clipper::guarded<int32_t>(0, [&] {
    std::lock_guard<std::mutex> lock(generator->mutex());
    generator->set_current_seed(seed);
    return 1;
  });
}

CLIPPER_API void clipper_generator_free(at::Generator* generator) { delete generator; }
