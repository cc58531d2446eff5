using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Methods;
using Clipper.Clip.Models;
using Clipper.Core.Metrics;

namespace Clipper.Bench.Configuration;

/// <summary>A validated experiment (DESIGN section 7); immutable. <see cref="ExperimentFile"/> reads it,
/// <see cref="ExperimentText"/> writes it.</summary>
public sealed record Experiment
{
    /// <summary>Its name: of the results folder and of the <c>run</c> column.</summary>
    public required string Name { get; init; }

    /// <summary>Seed of the run: see <see cref="Core.Episodes.EpisodeSeed"/>.</summary>
    public required int Seed { get; init; }

    /// <summary>The models, in order.</summary>
    public required IReadOnlyList<ModelChoice> Models { get; init; }

    /// <summary>Full path of the vocabulary of models that have none beside their weights; empty = there is
    /// none.</summary>
    public string Vocabulary { get; init; } = "";

    /// <summary>The data sets, in order; a root is a full path.</summary>
    public required IReadOnlyList<DatasetRequest> Datasets { get; init; }

    /// <summary>How episodes are drawn.</summary>
    public required FewShotProtocol Protocol { get; init; }

    /// <summary>The methods, in order.</summary>
    public required IReadOnlyList<MethodSettings> Methods { get; init; }

    /// <summary>The metrics, in order.</summary>
    public required IReadOnlyList<Metric> Metrics { get; init; }

    /// <summary>What an unreadable image does.</summary>
    public required BadImagePolicy OnBadImage { get; init; }

    /// <summary>In which numbers the linear layers of the vision tower compute.</summary>
    public Precision Precision { get; init; }

    /// <summary>In which order images are resized and become RGB.</summary>
    public PreprocessChoice Preprocess { get; init; } = PreprocessChoice.ByModel;

    /// <summary>Tables and figures of the paper to make from the results, by name; see docs/formats.md.</summary>
    public IReadOnlyList<string> Artefacts { get; init; } = [];

    /// <summary>How many of the images of every data set that are wrong most often the report shows; 0 =
    /// none.</summary>
    public int Thumbnails { get; init; }

    /// <summary>What a data set that is not there does.</summary>
    public MissingDataPolicy MissingData { get; init; }

    /// <summary>The file that it was read from.</summary>
    public required ExperimentSource Source { get; init; }

    /// <summary>The experiments that its sweep makes of it, in order, at least one; empty where it has no sweep.
    /// Where it has one, the other members are those of the first point.</summary>
    public IReadOnlyList<Experiment> Points { get; init; } = [];

    /// <summary>The points of its sweep, or itself.</summary>
    internal IReadOnlyList<Experiment> Each => Points.Count > 0 ? Points : [this];
}
