using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of no dimensions that holds one int64.</summary>
    public static Tensor tensor(
        long scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromManaged.Scalar<long>(scalar, new(dtype, device, requires_grad));

    /// <summary>Copies the elements, row-major, into a tensor of that shape.</summary>
    public static Tensor tensor(
        IList<long> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromManaged.Array<long>(rawArray, dimensions, new(dtype, device, requires_grad, names));

    /// <summary>Copies the elements into a tensor of one dimension.</summary>
    public static Tensor tensor(
        long[] dataArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromManaged.Array<long>(dataArray, [dataArray.Length], new(dtype, device, requires_grad, names));

    public static Tensor tensor(
        long[] dataArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromManaged.Array<long>(dataArray, dimensions, new(dtype, device, requires_grad, names));

    public static Tensor tensor(
        IList<long> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromManaged.Array<long>(rawArray, [rawArray.Count], new(dtype, device, requires_grad, names));

    public static Tensor tensor(
        IList<long> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromManaged.Array<long>(rawArray, [rows, columns], new(dtype, device, requires_grad, names));

    public static Tensor tensor(
        IList<long> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromManaged.Array<long>(rawArray, [dim0, dim1, dim2], new(dtype, device, requires_grad, names));

    public static Tensor tensor(
        IList<long> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromManaged.Array<long>(rawArray, [dim0, dim1, dim2, dim3], new(dtype, device, requires_grad, names));

    public static Tensor tensor(
        Memory<long> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromManaged.Span<long>(rawArray.Span, dimensions, new(dtype, device, requires_grad, names));
}
