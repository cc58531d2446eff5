using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using Clipper.Bench.Configuration.Nodes;
using Clipper.Core.Metrics;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads decision thresholds: one, an ascending list, or a grid <c>{ from, to, step }</c> with both
/// ends.</summary>
internal sealed class ThresholdsReader : ValueReader<IReadOnlyList<double>>
{
    /// <summary>The key of thresholds.</summary>
    public const string Key = "thresholds";

    /// <summary>The key of a single threshold, which a sweep has values of.</summary>
    public const string SingleKey = "threshold";

    /// <summary>What thresholds decide.</summary>
    public const string Doc = "From which score on a class is predicted: a number, an ascending list, or a grid.";

    private const int Most = 1_000;

    /// <summary>Reads one threshold.</summary>
    public static readonly NumberReader Threshold = new(0.0001m, 0.9999m);

    private static readonly Key<decimal> _from = new("from", Threshold, "The first threshold.");
    private static readonly Key<decimal> _to = new("to", Threshold, "The last threshold.");
    private static readonly Key<decimal> _step =
        new("step", new NumberReader(0.0001m, 1m), "From one threshold to the next.");

    private static readonly SectionKey[] _keys = [_from, _to, _step];

    private static readonly OneOrManyReader<decimal> _list =
        new(Threshold, number => number.ToString("0.############", CultureInfo.InvariantCulture));

    /// <inheritdoc />
    public override string Allowed => "numbers from 0.0001 to 0.9999, ascending, or a mapping with keys from, to, step";

    /// <inheritdoc />
    public override JsonObject Schema => Schemas.AnyOf(
        _list.Schema, Schemas.Section(_keys, [.. _keys.Select(key => key.Name)]));

    /// <inheritdoc />
    public override bool TryRead(
        ConfigNode node, Problems problems, [MaybeNullWhen(false)] out IReadOnlyList<double> value)
    {
        value = null;
        if (node is MapNode)
        {
            value = Section.Open(node, _keys, [], problems) is { } section ? ReadGrid(section, problems) : null;
        }
        else if (_list.TryRead(node, problems, out IReadOnlyList<decimal>? numbers))
        {
            value = ReadList(numbers, node.Mark, problems);
        }

        return value is not null;
    }

    private static IReadOnlyList<double>? ReadGrid(Section section, Problems problems)
    {
        decimal from = section.Required(_from, 0.5m);
        decimal to = section.Required(_to, from);
        decimal step = section.Required(_step, 1m);
        if (to < from || (to - from) / step >= Most)
        {
            problems.Add(section.Mark, "the grid is empty or too long", $"from ≤ to, at most {Most} thresholds");
            return null;
        }

        return ThresholdGrid.Of(from, to, step).Values;
    }

    private static double[]? ReadList(IReadOnlyList<decimal> numbers, SourceMark mark, Problems problems)
    {
        if (numbers.Count > Most || numbers.Zip(numbers.Skip(1)).Any(pair => pair.First > pair.Second))
        {
            problems.Add(mark, "the thresholds are not ascending or too many", $"ascending numbers, at most {Most}");
            return null;
        }

        return [.. numbers.Select(number => (double)number)];
    }
}
