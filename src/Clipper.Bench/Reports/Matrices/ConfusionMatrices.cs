using System.Globalization;
using Clipper.Bench.Reports.Tables;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports.Matrices;

/// <summary>Confusion matrices of cells: rows are the true classes, columns the predicted ones. Of many classes those
/// that were mistaken most often stand alone, and the rest together.</summary>
internal static class ConfusionMatrices
{
    /// <summary>The most classes that a matrix shows in full.</summary>
    public const int MostClasses = 30;

    private const int Kept = 20;
    private const string Others = "others";

    /// <summary>Those of the first cells that have one; null where none has.</summary>
    public static MatrixGroup? Of(IReadOnlyList<ReportCell> cells)
    {
        (string Title, CellMistakes Mistakes)[] with =
        [
            .. cells.SelectMany(cell => cell.Mistakes is { Confusion.Length: > 0 } mistakes
                ? new[] { (cell.Title, mistakes) }
                : []),
        ];
        return with.Length == 0 ? null : new MatrixGroup(
            "Confusion",
            "Rows are the true classes, columns what they were taken for; numbers count queries over all episodes, and "
            + "the colour is the share of the row. Framed: right. Empty: none.",
            "tables/confusion.csv",
            [.. with.Take(MatrixLimits.MostTables).Select(cell => Of(cell.Title, cell.Mistakes))],
            with.Length);
    }

    private static MatrixTable Of(string title, CellMistakes mistakes)
    {
        int count = mistakes.Classes.Count;
        int[] kept = count <= MostClasses ? [.. Enumerable.Range(0, count)] : MostMistaken(mistakes);
        bool isCut = kept.Length < count;
        int size = kept.Length + (isCut ? 1 : 0);
        int[] places = new int[count];
        Array.Fill(places, kept.Length);
        foreach ((int place, int label) in kept.Index())
        {
            places[label] = place;
        }

        int[,] counts = new int[size, size];
        int right = 0;
        foreach (int[] entry in mistakes.Confusion.Chunk(3))
        {
            counts[places[entry[0]], places[entry[1]]] += entry[2];
            right += places[entry[0]] == kept.Length && entry[0] == entry[1] ? entry[2] : 0;
        }

        string[] names = [.. kept.Select(label => mistakes.Classes[label].Name), .. isCut ? new[] { Others } : []];
        return new MatrixTable(
            title,
            "true \\ predicted",
            names,
            [.. names.Select((name, row) => Row(name, row, counts))],
            isCut ? Note(kept.Length, count, right, counts[size - 1, size - 1]) : "");
    }

    // Rows and columns, without what is right; ties in the data set's order.
    private static int[] MostMistaken(CellMistakes mistakes)
    {
        int[] wrong = [.. mistakes.Classes.Select(each => each.FalsePositives + each.FalseNegatives)];
        return
        [
            .. Enumerable.Range(0, wrong.Length).OrderByDescending(label => wrong[label]).Take(Kept).Order(),
        ];
    }

    private static MatrixRow Row(string name, int row, int[,] counts)
    {
        int size = counts.GetLength(0);
        double sum = Enumerable.Range(0, size).Sum(column => counts[row, column]);
        return new MatrixRow(
            name,
            [
                .. Enumerable.Range(0, size).Select(column => new MatrixCell(
                    counts[row, column] == 0 ? "" : counts[row, column].ToString(CultureInfo.InvariantCulture),
                    counts[row, column] == 0 ? double.NaN : counts[row, column] / sum,
                    row == column && name != Others)),
            ]);
    }

    private static string Note(int kept, int count, int right, int both) => string.Create(
        CultureInfo.InvariantCulture,
        $"The {kept} of {count} classes that were mistaken most often; of the {both} queries in the corner of the "
        + $"others, {right} are right.");
}
