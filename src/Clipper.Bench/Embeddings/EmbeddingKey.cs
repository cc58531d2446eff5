using System.Security.Cryptography;
using System.Text;
using Clipper.Bench.Datasets;
using Clipper.Clip.Models;

namespace Clipper.Bench.Embeddings;

/// <summary>Everything that decides the embeddings of a data set, and nothing else: threads, batch size, workers,
/// device and the policy for bad images change no row.</summary>
public sealed class EmbeddingKey
{
    /// <summary>Number of the entry format and of the code between pixels and embeddings; raised whenever either
    /// changes.</summary>
    public const int Schema = 1;

    /// <summary>A key of the given parts.</summary>
    public EmbeddingKey(IReadOnlyList<KeyPart> parts)
    {
        Parts = parts;
        string text = string.Concat(parts.Select(p => $"{p.Name}={p.Value.Length}:{p.Value}\n"));
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The parts, in the order in which they are hashed.</summary>
    public IReadOnlyList<KeyPart> Parts { get; }

    /// <summary>SHA-256 over the parts, lower-case hexadecimal: the name of the cache entry.</summary>
    public string Hash { get; }

    /// <summary>The key of a data set's embeddings.</summary>
    /// <param name="dataset">The samples; their limit is in the manifest hash.</param>
    /// <param name="model">Weights and architecture.</param>
    /// <param name="preprocess">Fingerprint of everything between file and pixels, decoder versions among it.</param>
    /// <param name="precision">In which numbers the linear layers compute; the embeddings are float32 in any
    /// case.</param>
    public static EmbeddingKey For(
        IDataset dataset, ModelDescription model, string preprocess, Precision precision = Precision.Single) => new(
    [
        new("schema", Schema.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        new("weights", model.WeightsHash),
        new("architecture", model.Vision.Fingerprint),
        new("preprocess", preprocess),
        new("dtype", TypeOf(precision)),
        new("dataset", dataset.Name),
        new("variant", dataset.Variant),
        new("samples", dataset.ManifestHash),
    ]);

    private static string TypeOf(Precision precision) => precision switch
    {
        Precision.BFloat16 => "bfloat16",
        Precision.Half => "float16",
        Precision.TensorFloat32 => "tensorfloat32",
        _ => "float32",
    };
}
