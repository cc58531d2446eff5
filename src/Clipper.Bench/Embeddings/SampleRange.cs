using Clipper.Bench.Datasets;

namespace Clipper.Bench.Embeddings;

/// <summary>Some rows of a data set as a data set of their own. The data set stays open and is not this one's to
/// close.</summary>
internal sealed class SampleRange(IDataset source, RowRange range) : IDataset
{
    /// <inheritdoc />
    public string Name => source.Name;

    /// <inheritdoc />
    public string Variant => source.Variant;

    /// <inheritdoc />
    public string QualifiedName => $"{source.QualifiedName} {range}";

    /// <inheritdoc />
    public bool IsMultiLabel => source.IsMultiLabel;

    /// <inheritdoc />
    public IReadOnlyList<string> Classes => source.Classes;

    /// <inheritdoc />
    public IReadOnlyList<Sample> Samples { get; } = [.. source.Samples.Skip(range.First).Take(range.Count)];

    /// <inheritdoc />
    public string ManifestHash => source.ManifestHash;

    /// <inheritdoc />
    public byte[] ReadImage(int index) => source.ReadImage(range.First + index);

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
