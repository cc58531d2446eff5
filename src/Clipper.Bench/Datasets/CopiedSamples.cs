using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Clipper.Bench.Datasets;

/// <summary>A copy of each of some samples of a data set, as a data set of its own. The id of the Nth copy is
/// <c>SAMPLE#N</c>; its image is the sample's, which whoever embeds it changes by that id. The data set stays open and
/// is not this one's to close.</summary>
internal sealed class CopiedSamples : IDataset
{
    private readonly IDataset _source;
    private readonly IReadOnlyList<int> _samples;
    private readonly int _copy;
    private readonly Lazy<string> _manifestHash;

    /// <summary>Copies samples.</summary>
    /// <param name="source">The data set.</param>
    /// <param name="samples">Indices of its samples.</param>
    /// <param name="copy">Which copy of each, from 1.</param>
    public CopiedSamples(IDataset source, IReadOnlyList<int> samples, int copy)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(copy, 1);
        _source = source;
        _samples = samples;
        _copy = copy;
        Samples = [.. samples.Select(Copy)];
        _manifestHash = new(HashOf);
    }

    /// <inheritdoc />
    public string Name => _source.Name;

    /// <inheritdoc />
    public string Variant => _source.Variant;

    /// <inheritdoc />
    public string QualifiedName =>
        string.Create(CultureInfo.InvariantCulture, $"{_source.QualifiedName}, copy {_copy}");

    /// <inheritdoc />
    public bool IsMultiLabel => _source.IsMultiLabel;

    /// <inheritdoc />
    public IReadOnlyList<string> Classes => _source.Classes;

    /// <inheritdoc />
    public IReadOnlyList<Sample> Samples { get; }

    /// <inheritdoc />
    public string ManifestHash => _manifestHash.Value;

    /// <inheritdoc />
    public byte[] ReadImage(int index) => _source.ReadImage(_samples[index]);

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private Sample Copy(int sample)
    {
        Sample original = _source.Samples[sample];
        return original with { Id = string.Create(CultureInfo.InvariantCulture, $"{original.Id}#{_copy}") };
    }

    // The source's hash stands for the content of its samples, the ids for which of them are copied and for the copy.
    private string HashOf()
    {
        string ids = string.Concat(Samples.Select(sample => $"{sample.Id}\n"));
        return Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"clipper-copies 1\n{_source.ManifestHash}\n{ids}")));
    }
}
