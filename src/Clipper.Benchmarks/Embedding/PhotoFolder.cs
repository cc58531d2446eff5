using Clipper.Bench.Datasets;
using Clipper.Benchmarks.Imaging;

namespace Clipper.Benchmarks.Embedding;

/// <summary>So many times the photograph of the imaging benchmarks, as a data set.</summary>
/// <param name="count">Samples.</param>
internal sealed class PhotoFolder(int count) : IDataset
{
    private readonly byte[] _jpeg = Photo.Read();

    public string Name => "photographs";

    public string Variant => "";

    public bool IsMultiLabel => true;

    public IReadOnlyList<string> Classes => [];

    public IReadOnlyList<Sample> Samples { get; } =
        [.. Enumerable.Range(0, count).Select(i => new Sample($"{i}", []))];

    public string ManifestHash => $"{count}";

    public byte[] ReadImage(int index) => [.. _jpeg];

    public void Dispose()
    {
    }
}
