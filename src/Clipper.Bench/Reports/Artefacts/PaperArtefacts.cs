using Clipper.Bench.Configuration;
using Clipper.Bench.Reports.Plots;
using Clipper.Bench.Reports.Tables;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports.Artefacts;

/// <summary>The artefacts of a run, for its page.</summary>
/// <param name="Place">Where they are.</param>
/// <param name="Tables">Their tables.</param>
/// <param name="Figures">Their figures, not yet drawn.</param>
internal sealed record PaperArtefacts(
    ArtefactPlace Place, IReadOnlyList<ResultTable> Tables, IReadOnlyList<Figure> Figures)
{
    /// <summary>Writes the tables of the artefacts that a run asks for.</summary>
    /// <param name="folder">The results folder.</param>
    /// <param name="results">What it holds.</param>
    public static PaperArtefacts Write(string folder, RunResults results) =>
        ArtefactFiles.Write(new ArtefactPlace(folder), ExperimentOf(folder), results);

    /// <summary>Writes those that several runs ask for, none of them over another's.</summary>
    /// <param name="report">The folder of the report.</param>
    /// <param name="runs">The runs.</param>
    public static IReadOnlyList<PaperArtefacts> Write(string report, IReadOnlyList<MergedRun> runs)
    {
        if (runs is [var only])
        {
            return [ArtefactFiles.Write(new ArtefactPlace(report), ExperimentOf(only.Folder), only.Results)];
        }

        (MergedRun Run, Experiment Experiment)[] asking =
        [
            .. runs.Select(run => (Run: run, Experiment: ExperimentOf(run.Folder)))
                .Where(each => each.Experiment.Artefacts.Count > 0),
        ];
        IReadOnlyList<ArtefactPlace> places = ArtefactPlace.AllOf(report, [.. asking.Select(each => each.Run.Name)]);
        return
        [
            .. asking.Zip(places, (each, place) =>
                ArtefactFiles.Write(place, each.Experiment, each.Run.Results)),
        ];
    }

    private static Experiment ExperimentOf(string folder) =>
        ExperimentFile.Load(new ResultsFolder(folder).Config, []);
}
