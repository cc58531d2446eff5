namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// The elements that an index expression selects; a view where only slices and positions are used.
        /// </summary>
        public Tensor this[params TensorIndex[] indices]
        {
            get => IndexExpression.Read(this, indices);
            set => IndexExpression.Write(this, indices, value);
        }

        public Tensor this[params Tensor[] indices]
        {
            get => IndexExpression.Read(this, Places(indices));
            set => IndexExpression.Write(this, Places(indices), value);
        }

        public Tensor this[long i1]
        {
            get => IndexExpression.Read(this, [i1]);
            set => IndexExpression.Write(this, [i1], value);
        }

        public Tensor this[long i1, long i2]
        {
            get => IndexExpression.Read(this, [i1, i2]);
            set => IndexExpression.Write(this, [i1, i2], value);
        }

        public Tensor this[long i1, long i2, long i3]
        {
            get => IndexExpression.Read(this, [i1, i2, i3]);
            set => IndexExpression.Write(this, [i1, i2, i3], value);
        }

        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => IndexExpression.Read(this, [i1, i2, i3, i4]);
            set => IndexExpression.Write(this, [i1, i2, i3, i4], value);
        }

        public Tensor this[params long[] indices]
        {
            get => IndexExpression.Read(this, Array.ConvertAll(indices, one => TensorIndex.Single(one)));
            set => IndexExpression.Write(this, Array.ConvertAll(indices, one => TensorIndex.Single(one)), value);
        }

        public Tensor index(params TensorIndex[] indices) => IndexExpression.Read(this, indices);

        public Tensor index(params Tensor[] indices) => IndexExpression.Read(this, Places(indices));

        private static TensorIndex[] Places(Tensor[] indices) => Array.ConvertAll(indices, TensorIndex.Tensor);
    }
}
