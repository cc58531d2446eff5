using System.Security.Cryptography;
using System.Text;
using Clipper.Bench.Datasets;

namespace Clipper.Bench.Stages;

/// <summary>Images of a command line as a data set without labels, so that they are embedded as every data set
/// is.</summary>
internal sealed class ImageFileDataset : IDataset
{
    private readonly IReadOnlyList<ImageFile> _images;
    private readonly Lazy<string> _manifestHash;

    public ImageFileDataset(IReadOnlyList<ImageFile> images)
    {
        _images = images;
        _manifestHash = new Lazy<string>(HashImages);
        Samples = [.. images.Select(image => new Sample(image.Id, []))];
    }

    public string Name => "images";

    public string Variant => "";

    public bool IsMultiLabel => true;

    public IReadOnlyList<string> Classes => [];

    public IReadOnlyList<Sample> Samples { get; }

    public string ManifestHash => _manifestHash.Value;

    public byte[] ReadImage(int index) => _images[index].Read();

    public void Dispose()
    {
    }

    private string HashImages()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (ImageFile image in _images)
        {
            string content = Convert.ToHexStringLower(SHA256.HashData(image.Read()));
            hash.AppendData(Encoding.UTF8.GetBytes($"{content} {image.Id.Length}:{image.Id}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
