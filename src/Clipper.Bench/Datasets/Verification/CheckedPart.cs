namespace Clipper.Bench.Datasets.Verification;

/// <summary>A part whose images were hashed.</summary>
/// <param name="Name">Variant and split.</param>
/// <param name="Samples">Its samples.</param>
/// <param name="Hashes">SHA-256 of every sample; empty for those that cannot be read.</param>
internal sealed record CheckedPart(string Name, IReadOnlyList<Sample> Samples, IReadOnlyList<string> Hashes)
{
    /// <summary>Id of a sample.</summary>
    public string Id(int index) => Samples[index].Id;

    /// <summary>Labels of a sample.</summary>
    public IReadOnlyList<int> Labels(int index) => Samples[index].Labels;
}
