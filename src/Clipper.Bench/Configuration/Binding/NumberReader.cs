using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads a decimal number in [<paramref name="least"/>, <paramref name="most"/>], exactly as
/// written.</summary>
internal sealed class NumberReader(decimal least, decimal most) : ScalarReader<decimal>
{
    /// <inheritdoc />
    public override string Allowed => string.Create(CultureInfo.InvariantCulture, $"numbers from {least} to {most}");

    /// <inheritdoc />
    public override JsonObject Schema => Schemas.Number("number", least, most);

    /// <inheritdoc />
    protected override bool TryParse(ScalarNode scalar, Problems problems, [MaybeNullWhen(false)] out decimal value)
    {
        if (!NumberSyntax.TryRead(scalar, "a number", Allowed, problems, out value))
        {
            return false;
        }

        if (value < least || value > most)
        {
            problems.Add(scalar.Mark, $"{scalar.Text} is out of range", Allowed);
            return false;
        }

        return true;
    }
}
