using System.Globalization;
using System.Text;
using Clipper.Bench.Datasets;
using Clipper.Core.Errors;

namespace Clipper.Bench.Tests.Embeddings;

/// <summary>A data set in memory. Images whose text starts with "bad" cannot be decoded, with "gone" not be
/// read.</summary>
internal sealed class MemoryDataset : IDataset
{
    private readonly string[] _images;
    private int _read;

    public MemoryDataset(int count, string manifest = "manifest", params (int Index, string Text)[] images)
    {
        _images = [.. Enumerable.Range(0, count).Select(i => $"image {i}")];
        foreach ((int index, string text) in images)
        {
            _images[index] = text;
        }

        Samples =
        [
            .. Enumerable.Range(0, count)
                .Select(i => new Sample(string.Create(CultureInfo.InvariantCulture, $"é/{i}.png"), [0])),
        ];
        ManifestHash = manifest;
    }

    public string Name { get; init; } = "memory";

    public string Variant { get; init; } = "test";

    public bool IsMultiLabel => false;

    public IReadOnlyList<string> Classes => ["only"];

    public IReadOnlyList<Sample> Samples { get; init; }

    public string ManifestHash { get; }

    public int Read => _read;

    public byte[] ReadImage(int index)
    {
        Interlocked.Increment(ref _read);
        return Encoded(index);
    }

    private byte[] Encoded(int index) => _images[index].StartsWith("gone", StringComparison.Ordinal)
        ? throw new DataFileException(Samples[index].Id, "is gone") : Encoding.UTF8.GetBytes(_images[index]);

    public void Dispose()
    {
    }
}
