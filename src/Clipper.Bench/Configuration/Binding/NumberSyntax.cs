using System.Globalization;
using System.Text.RegularExpressions;
using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>The one way to write a number: decimal digits, a leading minus, a point with digits on both sides. All
/// other spellings that some YAML version reads as a number, or as something else, are refused with the spelling to
/// use.</summary>
internal static partial class NumberSyntax
{
    /// <summary>Reads a number exactly.</summary>
    /// <returns>Whether it is one; a problem was added where not.</returns>
    public static bool TryRead(ScalarNode scalar, string what, string allowed, Problems problems, out decimal value)
    {
        value = 0;
        if (!scalar.IsPlain)
        {
            problems.Add(scalar.Mark, $"{scalar.Kind} is not {what}", allowed, "leave out the quotes");
            return false;
        }

        if (Number().IsMatch(scalar.Text))
        {
            // What even a decimal cannot hold is beyond every range.
            bool fits = decimal.TryParse(scalar.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out value);
            value = fits ? value : scalar.Text[0] == '-' ? decimal.MinValue : decimal.MaxValue;
            return true;
        }

        (string why, string hint) = Explain(scalar.Text);
        problems.Add(scalar.Mark, $"'{scalar.Text}' is not {what}{why}", allowed, hint);
        return false;
    }

    private static (string Why, string Hint) Explain(string text) => text switch
    {
        _ when LeadingZero().IsMatch(text) =>
            (" (YAML 1.1 reads the leading 0 as octal)", $"write {text.TrimStart('0').PadLeft(1, '0')}"),
        _ when Underscored().IsMatch(text) =>
            (" (YAML 1.1 alone allows '_' in numbers)", $"write {text.Replace("_", "", StringComparison.Ordinal)}"),
        _ when Exponent().IsMatch(text) => (" (exponents are text in YAML 1.1)", WriteOut(text)),
        _ when Based().IsMatch(text) => (" (only decimal digits are)", ""),
        _ when Sexagesimal().IsMatch(text) => (" (YAML 1.1 reads ':' as base 60)", ""),
        _ when BarePoint().IsMatch(text) => ("", "write digits on both sides of the point"),
        _ when text.StartsWith('+') => ("", $"write {text[1..]}"),
        _ when YesOrNo().IsMatch(text) => (" (YAML 1.1 reads it as true or false)", ""),
        _ => ("", ""),
    };

    private static string WriteOut(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)
            ? string.Create(CultureInfo.InvariantCulture, $"write {value:0.############}")
            : "write it out";

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^0[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingZero();

    [GeneratedRegex(@"^[0-9]+(_[0-9]+)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Underscored();

    [GeneratedRegex(@"^-?[0-9]+(\.[0-9]*)?[eE][-+]?[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Exponent();

    [GeneratedRegex(@"^0[xob][0-9a-fA-F]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Based();

    [GeneratedRegex(@"^[0-9]+(:[0-9]+)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Sexagesimal();

    [GeneratedRegex(@"^-?([0-9]+\.|\.[0-9]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex BarePoint();

    [GeneratedRegex(@"^(y|n|yes|no|on|off|true|false)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex YesOrNo();
}
