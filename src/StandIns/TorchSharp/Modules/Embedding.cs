using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Looks rows of its weight up by number.</summary>
    public sealed class Embedding : nn.Module<Tensor, Tensor>
    {
        private readonly EmbeddingOptions _options;

        internal Embedding(Parameter weight, EmbeddingOptions options)
            : base(nameof(Embedding))
        {
            _options = options;
            this.weight = weight;
        }

        /// <summary>Rows × width.</summary>
        public Parameter weight
        {
            get => Owned(nameof(weight));
            set => Own(nameof(weight), value);
        }

        public override Tensor forward(Tensor input)
        {
            if (_options.MaxNorm is { } limit)
            {
                using var unrecorded = no_grad();
                Aten.InPlace("embedding_renorm_", weight, input, limit, _options.NormType);
            }

            return Aten.One(
                "embedding", weight, input, _options.PaddingIndex ?? -1, _options.ScaleByFrequency, _options.Sparse);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>An embedding whose rows start as standard normal draws, the padding row as 0.</summary>
            public static Modules.Embedding Embedding(
                long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null,
                double norm_type = 2, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null,
                ScalarType? dtype = null)
            {
                var rows = randn(num_embeddings, embedding_dims, dtype, device);
                if (padding_idx is { } padding)
                {
                    using var row = rows.select(0, padding);
                    row.zero_();
                }

                return new(new(rows), new(padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse));
            }
        }
    }
}
