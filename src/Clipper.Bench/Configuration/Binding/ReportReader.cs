using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Clipper.Bench.Configuration.Nodes;
using Clipper.Bench.Reports.Thumbnails;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads <c>report</c>: how many of the images that are wrong most often the report shows.</summary>
internal sealed class ReportReader : ValueReader<int>
{
    private static readonly Key<int> _thumbnails = new(
        "thumbnails",
        new IntegerReader(0, ThumbnailFiles.Most),
        "How many images of every data set are shown that are wrong most often, where its terms allow copies.");

    private static readonly SectionKey[] _keys = [_thumbnails];

    /// <inheritdoc />
    public override string Allowed => $"a mapping with key {_thumbnails.Name}";

    /// <inheritdoc />
    public override JsonObject Schema => Schemas.Section(_keys);

    /// <inheritdoc />
    public override bool TryRead(ConfigNode node, Problems problems, [MaybeNullWhen(false)] out int value)
    {
        Section? section = Section.Open(node, _keys, [], problems);
        value = section?.Optional(_thumbnails, 0) ?? 0;
        return section is not null;
    }
}
