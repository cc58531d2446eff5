namespace Clipper.Bench.Cli.Output;

/// <summary>What a progress bar counts; a struct because Spectre's task state takes no text.</summary>
internal readonly record struct TaskUnit(string Name)
{
    /// <summary>Where a task keeps it.</summary>
    public const string Key = "unit";
}
