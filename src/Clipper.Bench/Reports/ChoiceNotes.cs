using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports;

/// <summary>What a reader must know about values whose threshold, epochs or hyper-parameters were chosen.</summary>
internal static class ChoiceNotes
{
    /// <summary>What was chosen on, in a word or two; empty where nothing was.</summary>
    public static string Word(ChoiceSource source) => source switch
    {
        ChoiceSource.OtherClasses => "other classes",
        ChoiceSource.OtherSeeds => "other seeds",
        ChoiceSource.Queries => "queries (oracle)",
        _ => "",
    };

    /// <summary>One sentence for every way of choosing among the values.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<ReportedValue> values) =>
    [
        .. from source in Enum.GetValues<ChoiceSource>()
           where source != ChoiceSource.Nothing && values.Any(value => value.ChosenOn == source)
           select Sentence(source),
    ];

    private static string Sentence(ChoiceSource source) => source switch
    {
        ChoiceSource.OtherClasses =>
            "Chosen on other classes: thresholds, epochs and hyper-parameters are the best on validation episodes of "
            + "classes and samples that no reported episode has.",
        ChoiceSource.OtherSeeds =>
            "Chosen on other seeds: thresholds, epochs and hyper-parameters are the best on validation episodes of the "
            + "same classes, drawn with other seeds, as there are too few classes to keep some apart.",
        _ =>
            "Oracle: thresholds and epochs are the best on the reported queries themselves, as in the paper "
            + "(PROTOCOL Q1); an upper bound.",
    };
}
