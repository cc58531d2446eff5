using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Clipper.Bench.Configuration;

/// <summary>Writes values as YAML on one line, so that they read back the same.</summary>
internal static partial class YamlText
{
    private static readonly JsonSerializerOptions _quoting =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Text, quoted where YAML would read something else. A JSON string is a double-quoted YAML
    /// string.</summary>
    public static string Of(string text) =>
        Plain().IsMatch(text) && !Word().IsMatch(text) ? text : Quoted(text);

    /// <summary>Text in quotes.</summary>
    public static string Quoted(string text) => JsonSerializer.Serialize(text, _quoting);

    /// <summary>A whole number.</summary>
    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number with as few digits as read back the same; without an exponent, which no number of a file
    /// may have.</summary>
    public static string Of(double number)
    {
        string shortest = number.ToString("R", CultureInfo.InvariantCulture);
        return shortest.Contains('E', StringComparison.Ordinal)
            ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
            : shortest;
    }

    /// <summary>A list of whole numbers.</summary>
    public static string List(IEnumerable<int> numbers) => $"[{string.Join(", ", numbers.Select(Of))}]";

    /// <summary>A list of numbers.</summary>
    public static string List(IEnumerable<double> numbers) => $"[{string.Join(", ", numbers.Select(Of))}]";

    /// <summary>A list of texts.</summary>
    public static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Of))}]";

    /// <summary>A mapping of keys to values that are YAML already.</summary>
    public static string Map(IEnumerable<KeyValuePair<string, string>> entries) =>
        $"{{ {string.Join(", ", entries.Select(entry => $"{entry.Key}: {entry.Value}"))} }}";

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_./+-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(y|n|yes|no|on|off|true|false|null)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}
