using Clipper.Bench.Reports.Artefacts;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>The keys of an experiment that decide what is made of its results, and no result.</summary>
internal static class ReportKeys
{
    /// <summary>Reads the artefacts of the paper.</summary>
    public static readonly Key<IReadOnlyList<string>> Artefacts = new(
        "artefacts",
        new OneOrManyReader<string>(
            new ChoiceReader<string>("artefact", [.. ArtefactCatalog.All.Select(each => (each.Id, each.Id))], []),
            id => id),
        "Tables and figures of the paper that are made of the run; one or a list.");

    /// <summary>Reads how many images the report shows.</summary>
    public static readonly Key<int> Report = new("report", new ReportReader(), "What the report shows.");

    /// <summary>Reads what an absent data set does.</summary>
    public static readonly Key<MissingDataPolicy> MissingData = new(
        "missing-data",
        new ChoiceReader<MissingDataPolicy>(
            "policy",
            [.. Enum.GetValues<MissingDataPolicy>().Select(policy => (ExperimentText.Of(policy), policy))],
            []),
        "What an absent data set does: stop the run, or leave gaps that say why.");
}
