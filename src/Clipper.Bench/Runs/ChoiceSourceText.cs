namespace Clipper.Bench.Runs;

/// <summary>Names of <see cref="ChoiceSource"/> in files.</summary>
public static class ChoiceSourceText
{
    /// <summary><c>validation:classes</c>, <c>validation:seeds</c>, <c>queries</c>; empty where nothing was
    /// chosen.</summary>
    public static string Of(ChoiceSource source) => source switch
    {
        ChoiceSource.Nothing => "",
        ChoiceSource.OtherClasses => "validation:classes",
        ChoiceSource.OtherSeeds => "validation:seeds",
        ChoiceSource.Queries => "queries",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "Unknown source."),
    };
}
