using System.Globalization;
using Clipper.Bench.Datasets;

namespace Clipper.Bench.Tests.Runs;

/// <summary>A data set without images: classes × samples, in a multi-label form every third sample also carries the
/// next class.</summary>
internal sealed class FakeDataset(string name, bool isMultiLabel, int classes, int samplesPerClass) : IDataset
{
    public string Name => name;

    public string Variant => isMultiLabel ? "multi" : "single";

    public bool IsMultiLabel => isMultiLabel;

    public bool HasWords { get; init; } = true;

    public IReadOnlyList<string> Classes { get; } =
    [
        .. from c in Enumerable.Range(0, classes)
           select string.Create(CultureInfo.InvariantCulture, $"class,{(c * 7) % classes:00}"),
    ];

    public IReadOnlyList<Sample> Samples { get; } =
    [
        .. from c in Enumerable.Range(0, classes)
           from i in Enumerable.Range(0, samplesPerClass)
           let second = (c + 1) % classes
           let labels = isMultiLabel && i % 3 == 0 ? new[] { Math.Min(c, second), Math.Max(c, second) } : [c]
           select new Sample(string.Create(CultureInfo.InvariantCulture, $"{c}/{i}.png"), labels),
    ];

    public string ManifestHash { get; init; } = new('a', 64);

    /// <summary>The encoded image of a sample.</summary>
    public Func<int, byte[]> Image { get; init; } = _ => throw new NotSupportedException("There are no images.");

    public byte[] ReadImage(int index) => Image(index);

    public void Dispose()
    {
    }
}
