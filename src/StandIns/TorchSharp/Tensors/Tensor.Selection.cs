using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor slice(long dim, long start, long finish, long step) =>
            Aten.One("slice.Tensor", this, dim, start, finish, step);

        public Tensor select(long dim, long index) => Aten.One("select.int", this, dim, index);

        public Tensor narrow(long dim, long start, long length) => Aten.One("narrow", this, dim, start, length);

        public Tensor index_select(long dim, Tensor index) => Aten.One("index_select", this, dim, index);

        /// <summary>this[index[i]] += alpha · source[i] along one dimension.</summary>
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) =>
            Aten.InPlace("index_add_", this, dim, index, source, alpha);

        public Tensor gather(long dim, Tensor index) => Aten.One("gather", this, dim, index);

        public Tensor scatter_add_(long dim, Tensor index, Tensor src) =>
            Aten.InPlace("scatter_add_", this, dim, index, src);

        public Tensor masked_select(Tensor mask) => Aten.One("masked_select", this, mask);
    }
}
