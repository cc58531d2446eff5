using Clipper.Bench.Datasets.Storage;

namespace Clipper.Bench.Datasets;

/// <summary>Every data set of the catalogue: what its reader found, cut to the limit.</summary>
internal sealed class Dataset : IDataset
{
    private readonly IImageStore _images;
    private readonly Lazy<IReadOnlyList<string>> _contentHashes;
    private readonly Lazy<string> _manifestHash;
    private readonly Func<Sample, bool>? _refuses;
    private readonly Lazy<Dictionary<string, int>> _places;

    public Dataset(string name, DatasetContent content, int limit, DatasetOptions options)
    {
        Name = name;
        Variant = content.Variant;
        IsMultiLabel = content.IsMultiLabel;
        Classes = content.Classes;
        ClassNames = content.ClassNames;
        HasWords = content.HasWords;
        Samples = SampleLimit.Apply(content.Samples, content.Classes.Count, limit);
        DrawsImages = content.DrawsImages;
        _images = content.Images;
        _refuses = content.Refuses;
        _places = new(() => Samples.Index().ToDictionary(s => s.Item.Id, s => s.Index, StringComparer.Ordinal));
        _contentHashes = new(() => ContentIndex.Hash(_images, Samples, options));
        _manifestHash = new(() => DatasetManifest.Hash(Classes, Samples, ContentHashes));
    }

    public string Name { get; }

    public string Variant { get; }

    public bool IsMultiLabel { get; }

    public IReadOnlyList<string> Classes { get; }

    public IReadOnlyList<string> ClassNames { get; }

    public bool HasWords { get; }

    public IReadOnlyList<Sample> Samples { get; }

    public IReadOnlyList<string> ContentHashes => _contentHashes.Value;

    public bool DrawsImages { get; }

    public string ManifestHash => _manifestHash.Value;

    /// <summary>Folder or archive that the images lie in; null where they are drawn.</summary>
    public string? Location => _images.Location;

    /// <summary>Text that changes whenever an image may have changed.</summary>
    public string Stamp(int index) => _images.Stamp(Samples[index].Image);

    public bool Refuses(int index) => _refuses?.Invoke(Samples[index]) ?? false;

    public int SupportOf(int index) =>
        Samples[index].SupportId is { } id ? _places.Value.GetValueOrDefault(id, index) : index;

    public byte[] ReadImage(int index) => _images.Read(Samples[index].Image);

    public void Dispose() => _images.Dispose();
}
