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
        Dictionary<string, string> kinds = ExperimentFile.Load(new ResultsFolder(folder).Config, [])
            .Each.SelectMany(point => point.Methods)
            .DistinctBy(method => method.Label)
            .ToDictionary(method => method.Label, method => method.Kind, StringComparer.Ordinal);
        return new PaperComparison(kinds, PaperModel.Is).Compare(PublishedValues.All, results.Records);
    }
}
