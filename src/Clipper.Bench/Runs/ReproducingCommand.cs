using System.Globalization;
using System.Text.RegularExpressions;
using Clipper.Bench.Configuration;

namespace Clipper.Bench.Runs;

/// <summary>Makes the command line that computes one cell alone: a shard as small as a cell.</summary>
internal static partial class ReproducingCommand
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
        return string.Join(' ', words.Select(Quote));
    }

    private static string Quote(string word) =>
        Bare().IsMatch(word) ? word : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"^[A-Za-z0-9_./:=,@%+-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();
}
