// Any ATen operator, by name and overload, through the dispatcher.
#include <ATen/core/dispatch/Dispatcher.h>

#include "api.h"
#include "values.h"

namespace {

// Appends the schema's own defaults for the arguments that were left out: newer versions add arguments at the end.
void append_defaults(const c10::FunctionSchema& schema, std::vector<c10::IValue>& stack) {
  const auto& arguments = schema.arguments();
  TORCH_CHECK(stack.size() <= arguments.size(), schema.name(), " takes ", arguments.size(), " arguments, got ",
              stack.size());
  for (size_t i = stack.size(); i < arguments.size(); ++i) {
    const auto& standard = arguments[i].default_value();
    TORCH_CHECK(standard.has_value(), schema.name(), " misses its argument '", arguments[i].name(), "'");
    stack.push_back(*standard);
  }
}

}  // namespace

// A handle for the operator, e.g. ("aten::add", "Tensor"), valid for the life of the process; null when this libtorch
// has none of that name.
CLIPPER_API const void* clipper_operator_find(const char* name, const char* overload) {
  return clipper::guarded<const void*>(nullptr, [&]() -> const void* {
    auto found = c10::Dispatcher::singleton().findSchema({name, overload});
    return found.has_value() ? new c10::OperatorHandle(*found) : nullptr;
  });
}

// Calls the operator. The results stay valid until this thread's next call; the caller owns the tensors among them.
CLIPPER_API int32_t clipper_operator_call(const void* handle, const ClipperValue* arguments, int32_t count,
                                          const ClipperValue** results, int32_t* result_count) {
  static thread_local std::vector<ClipperValue> kept;
  return clipper::guarded<int32_t>(0, [&] {
    const auto& op = *static_cast<const c10::OperatorHandle*>(handle);
    std::vector<c10::IValue> stack;
    stack.reserve(op.schema().arguments().size());
    for (int32_t i = 0; i < count; ++i) stack.push_back(clipper::to_ivalue(arguments[i]));
    append_defaults(op.schema(), stack);

    op.callBoxed(&stack);

    kept.clear();
    try {
      for (const c10::IValue& value : stack) clipper::append_result(value, kept);
    } catch (...) {
      clipper::free_results(kept);
      throw;
    }
    *results = kept.data();
    *result_count = static_cast<int32_t>(kept.size());
    return 1;
  });
}
