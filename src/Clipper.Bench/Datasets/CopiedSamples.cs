using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Clipper.Bench.Datasets;

/// <summary>Copies of some samples of a data set, as a data set of their own: copy after copy of one sample, then of
/// the next. A copy's id is <c>SAMPLE#N</c>, N from 1; its image is the sample's, which whoever embeds it changes by
/// that id. The data set stays open and is not this one's to close.</summary>
internal sealed class CopiedSamples : IDataset
{
    private readonly IDataset _source;
    private readonly IReadOnlyList<int> _samples;
    private readonly int _copies;
    private readonly Lazy<string> _manifestHash;

    /// <summary>Copies of samples.</summary>
    /// <param name="source">The data set.</param>
    /// <param name="samples">Indices of its samples.</param>
    /// <param name="copies">Copies of each, at least 1.</param>
    public CopiedSamples(IDataset source, IReadOnlyList<int> samples, int copies)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(copies, 1);
        _source = source;
        _samples = samples;
        _copies = copies;
        Samples = [.. samples.SelectMany(sample => Enumerable.Range(1, copies).Select(copy => Copy(sample, copy)))];
        _manifestHash = new(HashOf);
    }

    /// <inheritdoc />
    public string Name => _source.Name;

    /// <inheritdoc />
    public string Variant => _source.Variant;

    /// <inheritdoc />
    public string QualifiedName => $"{_source.QualifiedName}, augmented";

    /// <inheritdoc />
    public bool IsMultiLabel => _source.IsMultiLabel;

    /// <inheritdoc />
    public IReadOnlyList<string> Classes => _source.Classes;

    /// <inheritdoc />
    public IReadOnlyList<Sample> Samples { get; }

    /// <inheritdoc />
    public string ManifestHash => _manifestHash.Value;

    /// <inheritdoc />
    public byte[] ReadImage(int index) => _source.ReadImage(_samples[index / _copies]);

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private Sample Copy(int sample, int copy)
    {
        Sample original = _source.Samples[sample];
        return original with { Id = string.Create(CultureInfo.InvariantCulture, $"{original.Id}#{copy}") };
    }

    // The source's hash stands for the content of its samples, the ids for which of them are copied how often.
    private string HashOf()
    {
        string ids = string.Concat(Samples.Select(sample => $"{sample.Id}\n"));
        return Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"clipper-copies 1\n{_source.ManifestHash}\n{ids}")));
    }
}
