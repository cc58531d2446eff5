using Clipper.Bench.Configuration;

namespace Clipper.Bench.Reports.Paper;

/// <summary>What of a run, beside its values, says whether they are the same quantities as the paper's.</summary>
internal sealed record PaperRun
{
    /// <summary>The paper's name of each method, by its label.</summary>
    public required IReadOnlyDictionary<string, string> Methods { get; init; }

    /// <summary>Whether a model, by its name in the records, is the paper's CLIP ViT-B/32.</summary>
    public required Func<string, bool> IsPapersModel { get; init; }

    /// <summary>Labels of the methods whose streams mask the classes that are not learnt yet; the paper folds them into
    /// "none" (quirk <c>unseen</c>).</summary>
    public IReadOnlySet<string> Masked { get; init; } = new HashSet<string>();

    /// <summary>Sizes of the data sets, by name and variant in the records, as far as they are known.</summary>
    public IReadOnlyDictionary<(string Name, string Variant), DatasetSize> Sizes { get; init; } =
        new Dictionary<(string Name, string Variant), DatasetSize>();

    /// <summary>Of a run that was read.</summary>
    /// <param name="results">The run.</param>
    /// <param name="experiment">Its experiment.</param>
    public static PaperRun Of(RunResults results, Experiment experiment) => new()
    {
        Methods = PaperMethods.NamesOf(experiment),
        IsPapersModel = results.IsPapersModel,
        Masked = experiment.Each
            .Where(point => point.Protocol.Stream is not null && !point.Protocol.Quirks.Follows(QuirkCatalog.Unseen))
            .SelectMany(point => point.Methods)
            .Select(method => method.Label)
            .ToHashSet(StringComparer.Ordinal),
        Sizes = results.Sizes,
    };
}
