using Clipper.Bench.Configuration;
using Clipper.Bench.Runs;
using Clipper.Core.Errors;

namespace Clipper.Bench.Reports.Paper;

/// <summary>Compares a results folder with the paper.</summary>
public static class PaperReport
{
    /// <summary>The rows of a folder, in the order of the published numbers.</summary>
    /// <param name="folder">A results folder.</param>
    /// <exception cref="DataFileException">It holds no run, or a file of it is damaged.</exception>
    public static IReadOnlyList<PaperRow> Read(string folder)
    {
        RunResults results = RunResults.Read(folder);
        Experiment experiment = ExperimentFile.Load(new ResultsFolder(folder).Config, []);
        return new PaperComparison(PaperMethods.NamesOf(experiment), results.IsPapersModel)
            .Compare(PublishedValues.All, results.Records);
    }
}
