using Clipper.Bench.Reports.Paper;

namespace Clipper.Bench.Tests.Reports.Paper;

public sealed class PaperRemarksTests
{
    [Fact]
    public void What_all_rows_share_is_said_once_and_the_rest_by_letters_in_order()
    {
        PaperRow[] rows = [Row("shared", "second"), Row("first", "shared"), Row("shared", "second", "first")];

        var remarks = new PaperRemarks(rows);

        Assert.Equal(
            ["all rows: shared", "a: second", "b: first"],
            remarks.Legend.Select(remark => $"{remark.Key}: {remark.Text}"));
        Assert.Equal(["a", "b", "a, b"], rows.Select(remarks.KeysOf));
    }

    [Fact]
    public void Only_row_has_its_remarks_for_itself()
    {
        PaperRow row = Row("one", "two");

        var remarks = new PaperRemarks([row]);

        Assert.Equal(["a", "b"], remarks.Legend.Select(remark => remark.Key));
        Assert.Equal("a, b", remarks.KeysOf(row));
    }

    [Fact]
    public void Letters_go_on_as_the_columns_of_a_spreadsheet()
    {
        PaperRow[] rows = [.. Enumerable.Range(0, 26 + (26 * 26) + 1).Select(i => Row($"remark {i}"))];

        string[] keys = [.. new PaperRemarks(rows).Legend.Select(remark => remark.Key)];

        Assert.Equal(("a", "z", "aa", "az", "ba"), (keys[0], keys[25], keys[26], keys[51], keys[52]));
        Assert.Equal(("zz", "aaa"), (keys[^2], keys[^1]));
        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Fact]
    public void No_row_has_no_footnote() => Assert.Empty(new PaperRemarks([]).Legend);

    private static PaperRow Row(params string[] remarks) => new(
        PublishedValues.All[0], ReportRecords.Of("mwi", "o_f1", 0.5), 0.5, null, PaperVerdict.NotComparable, remarks);
}
