namespace Clipper.Bench.Reports.Tables;

/// <summary>Leaves out the columns that no row has anything in.</summary>
internal static class UsedColumns
{
    /// <summary>The table without them; a table without rows stays as it is.</summary>
    public static ResultTable Of(ResultTable table)
    {
        if (table.Rows.Count == 0)
        {
            return table;
        }

        int[] used =
            [.. Enumerable.Range(0, table.Heads.Count).Where(c => table.Rows.Any(row => row[c].Text.Length > 0))];
        return table with
        {
            Heads = [.. used.Select(column => table.Heads[column])],
            Rows = [.. table.Rows.Select(row => (IReadOnlyList<TableCell>)[.. used.Select(column => row[column])])],
        };
    }
}
