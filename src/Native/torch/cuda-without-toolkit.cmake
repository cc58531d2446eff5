# Sets what find_package(Torch) would set, for a libtorch folder (or pip's torch folder) that was built with CUDA.
get_filename_component(TORCH_LIB_DIR ${TORCH_CUDA} DIRECTORY)
get_filename_component(TORCH_ROOT ${TORCH_LIB_DIR} DIRECTORY)

set(TORCH_INCLUDE_DIRS ${TORCH_ROOT}/include ${TORCH_ROOT}/include/torch/csrc/api/include)
file(STRINGS ${TORCH_ROOT}/share/cmake/Torch/TorchConfig.cmake TORCH_CXX_FLAGS REGEX "_GLIBCXX_USE_CXX11_ABI=[01]")
string(REGEX MATCH "-D_GLIBCXX_USE_CXX11_ABI=[01]" TORCH_CXX_FLAGS "${TORCH_CXX_FLAGS}")

# From 2.14 on the headers ask for C++20, and say so.
file(STRINGS ${TORCH_ROOT}/include/ATen/ATen.h TORCH_ASKS_CXX20 REGEX "__cplusplus < 202002L")
if(TORCH_ASKS_CXX20)
  set(TORCH_CXX_STANDARD 20)
endif()

# The CUDA backend registers itself when it is loaded, so it is linked although no symbol of it is used.
set(TORCH_LIBRARIES -Wl,--no-as-needed ${TORCH_CUDA})
foreach(name c10_cuda torch_cpu torch c10)
  find_library(TORCH_${name} ${name} PATHS ${TORCH_LIB_DIR} REQUIRED NO_DEFAULT_PATH)
  list(APPEND TORCH_LIBRARIES ${TORCH_${name}})
endforeach()
