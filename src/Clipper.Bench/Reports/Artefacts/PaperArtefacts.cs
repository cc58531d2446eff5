using Clipper.Bench.Configuration;
using Clipper.Bench.Reports.Plots;
using Clipper.Bench.Reports.Tables;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports.Artefacts;

/// <summary>The artefacts of a run, for its page.</summary>
/// <param name="Tables">Their tables.</param>
/// <param name="Figures">Their figures, not yet drawn.</param>
internal sealed record PaperArtefacts(IReadOnlyList<ResultTable> Tables, IReadOnlyList<Figure> Figures)
{
    /// <summary>Writes the tables of the artefacts that the run in <paramref name="folder"/> asks for.</summary>
    /// <param name="output">Where the files are put.</param>
    /// <param name="folder">The results folder, for its config.yaml; a folder without one has no artefacts.</param>
    /// <param name="results">What it holds.</param>
    public static PaperArtefacts Write(string output, string folder, RunResults results)
    {
        string config = new ResultsFolder(folder).Config;
        return File.Exists(config)
            ? ArtefactFiles.Write(output, ExperimentFile.Load(config, []), results)
            : new PaperArtefacts([], []);
    }
}
