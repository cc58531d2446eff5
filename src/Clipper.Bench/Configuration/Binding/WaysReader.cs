using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Clipper.Bench.Configuration.Nodes;
using Clipper.Core.Episodes;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads a number of ways, or <c>all</c>.</summary>
internal sealed class WaysReader : ScalarReader<int>
{
    private static readonly IntegerReader _number = new(SettingText.LeastWays, SettingText.Most, SettingText.All);

    /// <inheritdoc />
    public override string Allowed => _number.Allowed;

    /// <inheritdoc />
    public override JsonObject Schema => Schemas.AnyOf(_number.Schema, Schemas.Names([SettingText.All]));

    /// <inheritdoc />
    protected override bool TryParse(ScalarNode scalar, Problems problems, [MaybeNullWhen(false)] out int value)
    {
        value = EpisodePlan.AllClasses;
        return scalar.Text == SettingText.All || _number.TryRead(scalar, problems, out value);
    }
}
