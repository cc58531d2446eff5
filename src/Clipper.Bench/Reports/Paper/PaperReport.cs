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
        string config = new ResultsFolder(folder).Config;
        if (!File.Exists(config))
        {
            throw new DataFileException(config, "is not there; expected the results folder of 'clipper run'.");
        }

        Experiment experiment = ExperimentFile.Load(config, []);
        return new PaperComparison(PaperMethods.NamesOf(experiment), results.IsPapersModel)
            .Compare(PublishedValues.All, results.Records);
    }
}
