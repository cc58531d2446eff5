using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads numbers of training epochs: one, or an ascending list.</summary>
internal sealed class EpochsReader : ValueReader<IReadOnlyList<int>>
{
    private static readonly OneOrManyReader<int> _list =
        new(new IntegerReader(0, 100_000), epoch => epoch.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc />
    public override string Allowed => "a whole number from 0 to 100000, or an ascending list of them";

    /// <inheritdoc />
    public override JsonObject Schema => _list.Schema;

    /// <inheritdoc />
    public override bool TryRead(
        ConfigNode node, Problems problems, [MaybeNullWhen(false)] out IReadOnlyList<int> value)
    {
        if (!_list.TryRead(node, problems, out value))
        {
            return false;
        }

        if (value.Zip(value.Skip(1)).Any(pair => pair.First > pair.Second))
        {
            problems.Add(node.Mark, "the epochs are not ascending", Allowed);
            value = null;
            return false;
        }

        return true;
    }
}
