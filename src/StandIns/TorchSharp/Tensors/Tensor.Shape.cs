using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Views share memory with the tensor they are taken from.
    public partial class Tensor
    {
        /// <summary>A view of another shape; at most one length may be -1, to be worked out.</summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">
        /// The shape does not fit the elements, or the strides.</exception>
        public Tensor view(params long[] shape) => Aten.One("view", this, shape);

        /// <summary>A view where the strides allow it, else a copy.</summary>
        public Tensor reshape(params long[] shape) => Aten.One("reshape", this, shape);

        public Tensor permute(params long[] permutation) => Aten.One("permute", this, permutation);

        public Tensor permute(IEnumerable<long> permutation) => Aten.One("permute", this, permutation.ToArray());

        public Tensor transpose(long dim0, long dim1) => Aten.One("transpose.int", this, dim0, dim1);

        /// <summary>The transposed matrix.</summary>
        public Tensor t() => Aten.One("t", this);

        public Tensor unsqueeze(long dim) => Aten.One("unsqueeze", this, dim);

        public Tensor squeeze(long? dim = null) =>
            dim is { } one ? Aten.One("squeeze.dim", this, one) : Aten.One("squeeze", this);

        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) =>
            Aten.One("expand", this, sizes.ToArray(), isImplicit);

        public Tensor expand(long[] sizes, bool isImplicit = false) => Aten.One("expand", this, sizes, isImplicit);

        public Tensor expand(params long[] sizes) => Aten.One("expand", this, sizes);

        public Tensor flatten(long start_dim = 0, long end_dim = -1) =>
            Aten.One("flatten.using_ints", this, start_dim, end_dim);

        /// <summary>The same number of equal parts, the last one shorter where it does not divide.</summary>
        public Tensor[] chunk(long chunks, long dim = 0) => Aten.Many("chunk", this, chunks, dim);

        public Tensor[] split(long size, int dim = 0) => Aten.Many("split.Tensor", this, size, (long)dim);

        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) =>
            Aten.Many("split_with_sizes", this, sizes.ToArray(), dim);

        public Tensor[] split(long[] sizes, long dim = 0) => Aten.Many("split_with_sizes", this, sizes, dim);

        public Tensor[] split(params long[] sizes) => Aten.Many("split_with_sizes", this, sizes);

        public Tensor[] unbind(long dimension = 0) => Aten.Many("unbind.int", this, dimension);
    }
}
