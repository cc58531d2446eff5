namespace Clipper.Bench.Reports.Paper;

/// <summary>A column that says where ours is from, in tables of rows of several runs or models.</summary>
/// <param name="Head">Its head.</param>
/// <param name="Text">What it says of a row.</param>
internal sealed record PaperOrigin(string Head, Func<PaperRow, string> Text)
{
    private static readonly PaperOrigin _run = new("run", row => row.Run);
    private static readonly PaperOrigin _model = new("model", row => row.Record.Model);

    /// <summary>The columns that the rows need: the run where several runs were given, the model where there are
    /// several.</summary>
    public static PaperOrigin[] Of(IReadOnlyList<PaperRow> rows) =>
    [
        .. rows.Any(row => row.Run.Length > 0) ? [_run] : Array.Empty<PaperOrigin>(),
        .. rows.DistinctBy(row => row.Record.Model).Count() > 1 ? [_model] : Array.Empty<PaperOrigin>(),
    ];
}
