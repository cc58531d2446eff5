using System.Globalization;
using Clipper.Bench.Configuration;

namespace Clipper.Bench.Runs;

/// <summary>Makes the command line that computes one cell alone: a shard as small as a cell.</summary>
internal static class ReproducingCommand
{
    /// <summary><c>clipper run CONFIG --set … --out FOLDER --shard I/N</c>, quoted for a POSIX shell.</summary>
    public static string Of(RunPlan plan, Cell cell, RunOptions options)
    {
        ExperimentSource source = plan.Experiment.Source;
        string[] words =
        [
            "clipper", "run", source.Path,
            .. source.Overrides.SelectMany(pair => new[] { "--set", pair }),
            .. options.Output.Length > 0 ? new[] { "--out", options.Output } : [],
            "--shard", string.Create(CultureInfo.InvariantCulture, $"{cell.Index + 1}/{plan.Cells.Count}"),
        ];
        return ShellLine.Of(words);
    }
}
