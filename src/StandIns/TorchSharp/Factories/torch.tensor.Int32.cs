using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of no dimensions that holds one int32.</summary>
    public static Tensor tensor(int scalar, Device? device = null, bool requires_grad = false) =>
        FromManaged.Scalar<int>(scalar, new(null, device, requires_grad));

    /// <summary>Copies the elements, row-major, into a tensor of that shape.</summary>
    public static Tensor tensor(
        IList<int> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromManaged.Array<int>(rawArray, dimensions, new(dtype, device, requires_grad, names));

    /// <summary>Copies the elements into a tensor of one dimension.</summary>
    public static Tensor tensor(
        int[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromManaged.Array<int>(rawArray, [rawArray.Length], new(dtype, device, requires_grad, names));

    public static Tensor tensor(
        int[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromManaged.Array<int>(rawArray, dimensions, new(dtype, device, requires_grad, names));

    public static Tensor tensor(
        IList<int> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromManaged.Array<int>(rawArray, [rawArray.Count], new(dtype, device, requires_grad, names));

    public static Tensor tensor(
        IList<int> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromManaged.Array<int>(rawArray, [rows, columns], new(dtype, device, requires_grad, names));

    public static Tensor tensor(
        IList<int> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromManaged.Array<int>(rawArray, [dim0, dim1, dim2], new(dtype, device, requires_grad, names));

    public static Tensor tensor(
        int[] rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromManaged.Array<int>(rawArray, [dim0, dim1, dim2, dim3], new(dtype, device, requires_grad, names));

    public static Tensor tensor(
        Memory<int> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromManaged.Span<int>(rawArray.Span, dimensions, new(dtype, device, requires_grad, names));
}
