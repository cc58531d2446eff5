using Clipper.Bench.Configuration;
using Clipper.Bench.Runs;
using Clipper.Core.Errors;

namespace Clipper.Bench.Reports.Paper;

/// <summary>Compares results folders with the paper.</summary>
public static class PaperReport
{
    /// <summary>The rows of a folder, in the order of the published numbers.</summary>
    /// <param name="folder">A results folder.</param>
    /// <exception cref="DataFileException">It holds no run, or a file of it is damaged.</exception>
    public static IReadOnlyList<PaperRow> Read(string folder) => Compare(folder, RunResults.Read(folder));

    /// <summary>The rows of folders, one folder after the other. Where there are several, each row has the name of its
    /// run, or the folder as it was given where two runs have one name.</summary>
    /// <param name="folders">Results folders.</param>
    /// <exception cref="UsageException">A folder is given twice.</exception>
    /// <exception cref="DataFileException">One holds no run, or a file of it is damaged.</exception>
    public static IReadOnlyList<PaperRow> Read(IReadOnlyList<string> folders)
    {
        if (folders.Count == 1)
        {
            return Read(folders[0]);
        }

        RunFolders.RequireDistinct(folders);
        (string Folder, RunResults Results)[] runs = [.. folders.Select(folder => (folder, RunResults.Read(folder)))];
        bool areNamed = runs.DistinctBy(run => run.Results.Name).Count() == runs.Length;
        return
        [
            .. runs.SelectMany(run => Compare(run.Folder, run.Results).Select(row =>
                row with { Run = areNamed ? run.Results.Name : run.Folder })),
        ];
    }

    private static IReadOnlyList<PaperRow> Compare(string path, RunResults results)
    {
        var folder = new ResultsFolder(path);
        if (!File.Exists(folder.Config))
        {
            throw new DataFileException(folder.Config, "is not there; expected the results folder of 'clipper run'.");
        }

        Experiment experiment = ExperimentFile.Load(folder.Config, []);
        return new PaperComparison(PaperRun.Of(results, experiment))
            .Compare(PublishedValues.All, results.Records);
    }
}
