using System.Globalization;

namespace Clipper.Core.Imprinting;

/// <summary>The classes found in raw labels, in column order, and the samples' labels as indices into them. The order
/// is that of the reference's sorted label values (PROTOCOL section 1, step 3): integers by value, text by code point,
/// whatever the culture. Labels that are digits stand in another order as text than as integers, so the caller says
/// which they are.</summary>
/// <param name="Names">Class names; integers in invariant decimal form.</param>
/// <param name="Labels">The labels of every sample, as indices into <paramref name="Names"/>.</param>
public sealed record ClassList(IReadOnlyList<string> Names, LabelRows Labels)
{
    /// <summary>From integer labels, any number a sample.</summary>
    public static ClassList OfIntegers(IReadOnlyList<long[]> labels) =>
        From(labels, Comparer<long>.Default, value => value.ToString(CultureInfo.InvariantCulture));

    /// <summary>From text labels, any number a sample.</summary>
    public static ClassList OfNames(IReadOnlyList<string[]> labels) =>
        From(labels, CodePointComparer.Instance, name => name);

    private static ClassList From<TLabel>(
        IReadOnlyList<TLabel[]> labels, IComparer<TLabel> order, Func<TLabel, string> name)
        where TLabel : notnull
    {
        var found = new HashSet<TLabel>();
        foreach (TLabel[] row in labels)
        {
            found.UnionWith(row);
        }

        TLabel[] classes = [.. found.Order(order)];
        var rows = new int[labels.Count][];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = Array.ConvertAll(labels[i], label => Array.BinarySearch(classes, label, order));
        }

        return new ClassList(Array.ConvertAll(classes, label => name(label)), LabelRows.Of(rows, classes.Length));
    }
}
