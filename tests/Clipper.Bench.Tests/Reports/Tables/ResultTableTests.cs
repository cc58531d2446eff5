using Clipper.Bench.Reports.Html;
using Clipper.Bench.Reports.Tables;

namespace Clipper.Bench.Tests.Reports.Tables;

public sealed class ResultTableTests
{
    private static readonly ResultTable _table = new(
        "t", "A caption", ["method", "value", "gap", "remark"],
        [
            [new("wi"), new("0.5000", 0.5), new("–"), new("–")],
            [new("mwi"), new("–"), new("–"), new("a")],
        ],
        []);

    [Fact]
    public void Column_of_gaps_alone_stands_to_the_right_as_numbers_do()
    {
        var html = new HtmlText();
        HtmlTables.Write(html, [_table], 10_000);

        Assert.Equal([false, true, true, false], Enumerable.Range(0, 4).Select(_table.IsNumber));
        Assert.Contains(@"\begin{tabular}{lrrl}", LatexTable.Write(_table), StringComparison.Ordinal);
        Assert.Contains("<td class=\"n\">–</td><td class=\"n\">–</td><td>a</td>", html.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Table_without_rows_has_no_numbers() => Assert.False((_table with { Rows = [] }).IsNumber(1));
}
