using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads a whole number in [<paramref name="least"/>, <paramref name="most"/>].</summary>
/// <param name="least">The least.</param>
/// <param name="most">The greatest.</param>
/// <param name="otherwise">What else may stand there, for messages; empty where nothing may.</param>
internal sealed class IntegerReader(int least, int most, string otherwise = "") : ScalarReader<int>
{
    /// <inheritdoc />
    public override string Allowed =>
        string.Create(CultureInfo.InvariantCulture, $"whole numbers from {least} to {most}")
        + (otherwise.Length > 0 ? $", or {otherwise}" : "");

    /// <inheritdoc />
    public override JsonObject Schema => Schemas.Number("integer", least, most);

    /// <inheritdoc />
    protected override bool TryParse(ScalarNode scalar, Problems problems, [MaybeNullWhen(false)] out int value)
    {
        value = 0;
        if (!NumberSyntax.TryRead(scalar, "a whole number", Allowed, problems, out decimal number))
        {
            return false;
        }

        if (scalar.Text.Contains('.', StringComparison.Ordinal))
        {
            problems.Add(scalar.Mark, $"'{scalar.Text}' is not a whole number", Allowed);
            return false;
        }

        if (number < least || number > most)
        {
            problems.Add(scalar.Mark, $"{scalar.Text} is out of range", Allowed);
            return false;
        }

        value = (int)number;
        return true;
    }
}
