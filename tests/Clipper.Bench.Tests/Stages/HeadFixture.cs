using Clipper.Bench.Stages;
using Clipper.Core.LinearAlgebra;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Stages;

/// <summary>Four embeddings of two dimensions and files around them.</summary>
internal sealed class HeadFixture : IDisposable
{
    public TemporaryFolder Folder { get; } = new();

    /// <summary>p and q point to the right, r up, s to the left.</summary>
    public EmbeddingsFile Embeddings => new(
        Folder.Combine("e.safetensors"), ["p", "q", "r", "s"], new Matrix<float>([1, 0, 2, 0, 0, 3, -1, 0], 4, 2));

    public LabelsFile Labels(string text) => LabelsFile.Read(Folder.Write("labels.csv", text));

    public void Dispose() => Folder.Dispose();
}
