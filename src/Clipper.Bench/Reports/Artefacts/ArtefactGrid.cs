namespace Clipper.Bench.Reports.Artefacts;

/// <summary>An artefact with its values.</summary>
/// <param name="Artefact">What it is.</param>
/// <param name="Model">The model whose values it has; empty where its columns are models.</param>
/// <param name="Corner">What the rows are.</param>
/// <param name="Rows">Labels of the rows.</param>
/// <param name="Places">Places of the rows on a number line; null for categories.</param>
/// <param name="Columns">Labels of the columns.</param>
/// <param name="Values">Row by row.</param>
internal sealed record ArtefactGrid(
    Artefact Artefact, string Model, string Corner, IReadOnlyList<string> Rows, IReadOnlyList<double?> Places,
    IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<ArtefactValue>> Values)
{
    /// <summary>What it shows, with the model.</summary>
    public string Caption => Model.Length > 0 ? $"{Artefact.Title} · {Model}" : Artefact.Title;

    /// <summary>Every reason for gaps with the data sets that are not there, or with the columns, or the cells, that
    /// have it.</summary>
    public IEnumerable<string> Gaps()
    {
        var cells =
            from row in Enumerable.Range(0, Rows.Count)
            from column in Enumerable.Range(0, Columns.Count)
            let value = Values[row][column]
            where value.Gap.Length > 0
            select (Column: column, Row: row, value.Gap, value.Absent);
        return cells.GroupBy(cell => (cell.Gap, IsAbsent: cell.Absent.Length > 0)).Select(reason =>
        {
            string places = reason.Key.IsAbsent
                ? string.Join(", ", reason.Select(cell => cell.Absent).Distinct())
                : LabelsOf([.. reason.Select(cell => (cell.Row, cell.Column))]);
            return $"– {places}: {reason.Key.Gap}.";
        });
    }

    /// <summary>Labels of the rows whose only numbers are published ones of other works, and of the columns for which
    /// the same is true in the other rows.</summary>
    public IReadOnlyList<string> Published()
    {
        int[] rows = [.. Enumerable.Range(0, Rows.Count).Where(row => ArePublished(Values[row]))];
        IReadOnlyList<ArtefactValue>[] others = [.. Values.Where((_, row) => !rows.Contains(row))];
        return
        [
            .. rows.Select(row => Rows[row]),
            .. Columns.Where((_, column) => ArePublished(others.Select(row => row[column]))),
        ];
    }

    private static bool ArePublished(IEnumerable<ArtefactValue> values) =>
        values.Where(value => value.Number is not null).ToArray() is { Length: > 0 } numbers
        && numbers.All(value => value.IsPublished);

    // Whole columns and rows by their labels, what is left with both.
    private string LabelsOf((int Row, int Column)[] cells)
    {
        int[] columns = [.. Whole(cells.Select(cell => cell.Column), OwnRows)];
        (int Row, int Column)[] left = [.. cells.Where(cell => !columns.Contains(cell.Column))];
        int[] rows = [.. Whole(left.Select(cell => cell.Row), _ => Columns.Count)];
        IEnumerable<string> single = left.Where(cell => !rows.Contains(cell.Row))
            .GroupBy(cell => cell.Column)
            .Select(column => $"{Columns[column.Key]} ({string.Join("; ", column.Select(cell => Rows[cell.Row]))})");
        return string.Join(
            ", ", [.. columns.Select(column => Columns[column]), .. rows.Select(row => Rows[row]), .. single]);
    }

    // A published number does not make a column without any value of ours less of a gap.
    private int OwnRows(int column) =>
        Values.Count(row => row[column].Number is null || row[column].Source is not null);

    private static IEnumerable<int> Whole(IEnumerable<int> places, Func<int, int> countOf) =>
        places.GroupBy(place => place).Where(group => group.Count() == countOf(group.Key)).Select(group => group.Key);
}
