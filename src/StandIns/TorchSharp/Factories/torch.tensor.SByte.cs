using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of no dimensions that holds one int8.</summary>
    public static Tensor tensor(sbyte scalar, Device? device = null, bool requires_grad = false) =>
        FromManaged.Scalar<sbyte>(scalar, new(null, device, requires_grad));

    /// <summary>Copies the elements, row-major, into a tensor of that shape.</summary>
    public static Tensor tensor(
        IList<sbyte> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromManaged.Array<sbyte>(rawArray, dimensions, new(dtype, device, requires_grad, names));

    /// <summary>Copies the elements into a tensor of one dimension.</summary>
    public static Tensor tensor(
        sbyte[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromManaged.Array<sbyte>(rawArray, [rawArray.Length], new(dtype, device, requires_grad, names));

    public static Tensor tensor(
        sbyte[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromManaged.Array<sbyte>(rawArray, dimensions, new(dtype, device, requires_grad, names));

    public static Tensor tensor(
        IList<sbyte> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromManaged.Array<sbyte>(rawArray, [rawArray.Count], new(dtype, device, requires_grad, names));

    public static Tensor tensor(
        IList<sbyte> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromManaged.Array<sbyte>(rawArray, [rows, columns], new(dtype, device, requires_grad, names));

    public static Tensor tensor(
        IList<sbyte> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromManaged.Array<sbyte>(rawArray, [dim0, dim1, dim2], new(dtype, device, requires_grad, names));

    public static Tensor tensor(
        IList<sbyte> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromManaged.Array<sbyte>(rawArray, [dim0, dim1, dim2, dim3], new(dtype, device, requires_grad, names));

    public static Tensor tensor(
        Memory<sbyte> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromManaged.Span<sbyte>(rawArray.Span, dimensions, new(dtype, device, requires_grad, names));
}
