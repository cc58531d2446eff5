using Clipper.Bench.Files;
using Clipper.Bench.Reports;
using Clipper.Bench.Reports.Thumbnails;

namespace Clipper.Bench.Runs;

/// <summary>Writes what is made of all cells that are there: records, tables, plots and page. Cells are read one after
/// the other, so that memory does not grow with them.</summary>
internal sealed class RunTables(RunPlan plan, ResultsFolder folder, CellStore store, RunWatch watch)
{
    private int _records;

    /// <summary>Writes everything, and calls <paramref name="describe"/> with the number of records and the values that
    /// tables report, between records and report. Other shards wait meanwhile; the last one sees all cells, so the last
    /// tables are whole.</summary>
    public RunOutcome Write(bool withReport, Func<int, IReadOnlyList<ReportedValue>, RunOutcome> describe)
    {
        using ProcessLock held = RunLock.TakeTables(folder, watch.Cancellation);
        var reported = new List<ReportedValue>();
        var conditions = new List<ReportedValue>();
        using (watch.Journal.Stage("records"))
        {
            RecordsFile.Write(folder.Records, Records(reported, conditions));
            ReportedFile.Write(folder.Reported, reported);
            ReportedFile.Write(folder.Conditions, conditions);
        }

        RunOutcome outcome = describe(_records, reported);
        using StageScope report = watch.Journal.Stage("report");
        if (withReport)
        {
            WriteThumbnails(reported);
            RunReport.Write(folder.Path, watch.Observer.Warning);
        }
        else
        {
            RunReport.WriteTables(folder.Path);
        }

        return outcome;
    }

    private void WriteThumbnails(IReadOnlyList<ReportedValue> reported) => ThumbnailFiles.Write(
        folder, ReportCell.Read(folder, reported), plan.Experiment.Thumbnails, new ThumbnailSource(plan.Datasets));

    private IEnumerable<RunRecord> Records(List<ReportedValue> reported, List<ReportedValue> conditions)
    {
        foreach ((Cell cell, CellResult result) in store.Present(plan.Cells))
        {
            reported.AddRange(ReportedValues.Of(cell, result));
            conditions.AddRange(ReportedValues.ByEpochs(cell, result));
            foreach (RunRecord record in CellRecords.Of(cell, result))
            {
                _records++;
                yield return record;
            }
        }
    }
}
