using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Clipper.Bench.Configuration.Nodes;
using Clipper.Core.Episodes;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads an episode's size such as <c>5w1s15q</c>.</summary>
internal sealed class SettingReader : ScalarReader<EpisodePlan>
{
    /// <inheritdoc />
    public override string Allowed =>
        $"WAYSwSHOTSsQUERIESq such as 5w1s15q, ways from {SettingText.LeastWays} or '{SettingText.All}', "
        + $"numbers up to {SettingText.Most}";

    /// <inheritdoc />
    public override JsonObject Schema => Schemas.Text("^([0-9]+|all)w[0-9]+s[0-9]+q$");

    /// <inheritdoc />
    protected override bool TryParse(ScalarNode scalar, Problems problems, [MaybeNullWhen(false)] out EpisodePlan value)
    {
        value = SettingText.Parse(scalar.Text);
        if (value is null)
        {
            problems.Add(scalar.Mark, $"'{scalar.Text}' is not a setting", Allowed);
        }

        return value is not null;
    }
}
