using System.Globalization;
using Clipper.Core.Imprinting;

namespace Clipper.Bench.Stages;

/// <summary>The order of classes in a head: by value where every label is a whole number, else by code point (PROTOCOL
/// section 1, step 3). Text files do not say which kind their labels are, so the labels themselves decide.</summary>
public static class LabelOrder
{
    /// <summary>The distinct labels in order.</summary>
    public static IReadOnlyList<string> Sort(IEnumerable<string> labels)
    {
        string[] distinct = [.. labels.Distinct(StringComparer.Ordinal).Order(CodePointComparer.Instance)];
        return distinct.All(IsNumber) ? [.. distinct.OrderBy(Number)] : distinct;
    }

    private static bool IsNumber(string label) =>
        long.TryParse(label, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static long Number(string label) =>
        long.Parse(label, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
