using System.Globalization;
using Clipper.Clip.Imaging;

namespace Clipper.Bench.Datasets;

/// <summary>Collects samples that are parts of images. Two of the same image and place keep apart by a number at the
/// end of the later one's id: <c>path#x,y,w,h#2</c>.</summary>
internal sealed class PartSamples
{
    private readonly List<Sample> _samples = [];
    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);

    /// <summary>Samples in the order in which they were added.</summary>
    public IReadOnlyList<Sample> Samples => _samples;

    /// <summary>Adds a part; its image is its source.</summary>
    public void Add(string image, ImageRegion region, IReadOnlyList<int> labels)
    {
        Sample part = Sample.Part(image, region, labels) with { Source = image };
        int uses = _uses[part.Id] = _uses.GetValueOrDefault(part.Id) + 1;
        _samples.Add(uses == 1 ? part
            : part with { Id = string.Create(CultureInfo.InvariantCulture, $"{part.Id}#{uses}") });
    }
}
