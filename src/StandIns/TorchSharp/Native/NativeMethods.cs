using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>The exports of src/Native/torch. The library, and libtorch with it, is loaded by the first call.</summary>
internal static unsafe partial class NativeMethods
{
    private const string Library = "clipper_torch";

    [LibraryImport(Library)]
    internal static partial byte* clipper_error_text();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint clipper_operator_find(string name, string overload);

    [LibraryImport(Library)]
    internal static partial int clipper_operator_call(
        nint handle, NativeValue* arguments, int count, NativeValue** results, int* resultCount);

    [LibraryImport(Library)]
    internal static partial int clipper_tensor_describe(nint tensor, TensorDescription* description);

    [LibraryImport(Library)]
    internal static partial void* clipper_tensor_data(nint tensor);

    [LibraryImport(Library)]
    internal static partial nint clipper_tensor_share(nint tensor);

    [LibraryImport(Library)]
    internal static partial void clipper_tensor_free(nint tensor);

    [LibraryImport(Library)]
    internal static partial int clipper_tensor_set_requires_grad(nint tensor, int required);

    [LibraryImport(Library)]
    internal static partial int clipper_tensor_grad(nint tensor, nint* gradient);

    [LibraryImport(Library)]
    internal static partial int clipper_tensor_set_grad(nint tensor, nint gradient);

    [LibraryImport(Library)]
    internal static partial int clipper_grad_mode();

    [LibraryImport(Library)]
    internal static partial void clipper_set_grad_mode(int enabled);

    [LibraryImport(Library)]
    internal static partial nint clipper_inference_enter(int enabled);

    [LibraryImport(Library)]
    internal static partial void clipper_inference_leave(nint guard);

    [LibraryImport(Library)]
    internal static partial byte* clipper_torch_version();

    [LibraryImport(Library)]
    internal static partial int clipper_threads();

    [LibraryImport(Library)]
    internal static partial int clipper_set_threads(int threads);

    [LibraryImport(Library)]
    internal static partial int clipper_device_count(int type);

    [LibraryImport(Library)]
    internal static partial int clipper_has_cudnn();

    [LibraryImport(Library)]
    internal static partial int clipper_allows_tf32();

    [LibraryImport(Library)]
    internal static partial int clipper_allow_tf32(int allowed);

    [LibraryImport(Library)]
    internal static partial int clipper_cuda_synchronize(int index);

    [LibraryImport(Library)]
    internal static partial int clipper_manual_seed(ulong seed);

    [LibraryImport(Library)]
    internal static partial nint clipper_generator_default(int deviceType, int deviceIndex);

    [LibraryImport(Library)]
    internal static partial nint clipper_generator_new(ulong seed, int deviceType, int deviceIndex);

    [LibraryImport(Library)]
    internal static partial int clipper_generator_seed(nint generator, ulong seed);

    [LibraryImport(Library)]
    internal static partial void clipper_generator_free(nint generator);
}
