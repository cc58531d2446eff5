using System.Globalization;
using Clipper.Bench.Reports.Tables;

namespace Clipper.Bench.Reports.Paper;

/// <summary>The remarks of a table's rows, each said once: what all rows share, then the others, which have a letter
/// that the rows name.</summary>
internal sealed class PaperRemarks
{
    private const string AllRows = "all rows";
    private const int Letters = 26;

    private readonly string[] _shared;
    private readonly Dictionary<string, string> _keys;

    /// <summary>Those of the rows, in the order in which they first come.</summary>
    public PaperRemarks(IReadOnlyList<PaperRow> rows)
    {
        _shared = rows.Count > 1
            ? [.. rows[0].Remarks.Where(remark => rows.All(row => row.Remarks.Contains(remark)))]
            : [];
        string[] own = [.. rows.SelectMany(row => row.Remarks).Distinct().Except(_shared)];
        _keys = own.Select((remark, i) => (remark, Key: KeyOf(i)))
            .ToDictionary(each => each.remark, each => each.Key, StringComparer.Ordinal);
        TableRemark[] ofAll = _shared.Length > 0 ? [new(AllRows, string.Join("; ", _shared))] : [];
        Legend = [.. ofAll, .. own.Select(remark => new TableRemark(_keys[remark], remark))];
    }

    /// <summary>The footnotes: what is said of every row where there are several, then the others by their
    /// letters.</summary>
    public IReadOnlyList<TableRemark> Legend { get; }

    /// <summary>The letters of a row's remarks, in their order.</summary>
    public string KeysOf(PaperRow row) =>
        string.Join(", ", row.Remarks.Except(_shared).Select(remark => _keys[remark]));

    // a … z, aa … zz, as the columns of a spreadsheet.
    private static string KeyOf(int index) =>
        (index >= Letters ? KeyOf((index / Letters) - 1) : "")
        + ((char)('a' + (index % Letters))).ToString(CultureInfo.InvariantCulture);
}
