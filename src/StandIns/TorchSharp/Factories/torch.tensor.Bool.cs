using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of no dimensions that holds one truth value.</summary>
    public static Tensor tensor(
        bool scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromManaged.Scalar<bool>(scalar, new(dtype, device, requires_grad));

    /// <summary>Copies the elements, row-major, into a tensor of that shape.</summary>
    public static Tensor tensor(
        IList<bool> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromManaged.Array<bool>(rawArray, dimensions, new(dtype, device, requires_grad, names));

    /// <summary>Copies the elements into a tensor of one dimension.</summary>
    public static Tensor tensor(
        bool[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromManaged.Array<bool>(rawArray, [rawArray.Length], new(dtype, device, requires_grad, names));

    public static Tensor tensor(
        bool[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromManaged.Array<bool>(rawArray, dimensions, new(dtype, device, requires_grad, names));

    public static Tensor tensor(
        IList<bool> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromManaged.Array<bool>(rawArray, [rawArray.Count], new(dtype, device, requires_grad, names));

    public static Tensor tensor(
        IList<bool> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromManaged.Array<bool>(rawArray, [rows, columns], new(dtype, device, requires_grad, names));

    public static Tensor tensor(
        IList<bool> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromManaged.Array<bool>(rawArray, [dim0, dim1, dim2], new(dtype, device, requires_grad, names));

    public static Tensor tensor(
        IList<bool> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromManaged.Array<bool>(rawArray, [dim0, dim1, dim2, dim3], new(dtype, device, requires_grad, names));
}
