using Clipper.Bench.Configuration;

namespace Clipper.Bench.Clusters;

/// <summary>A run that is to be computed by many tasks over a shared folder.</summary>
/// <param name="Experiment">What to run.</param>
/// <param name="Results">Full path of the shared results folder.</param>
/// <param name="Tasks">In how many tasks, from 1.</param>
/// <param name="Program">The command that starts this program on every node.</param>
/// <param name="Device">auto, cpu, cuda, cuda:i.</param>
public sealed record Submission(
    Experiment Experiment, string Results, int Tasks, IReadOnlyList<string> Program, string Device)
{
    private static readonly string[] _passedOn =
    [
        "CLIPPER_CACHE", "CLIPPER_DATA", "CLIPPER_MODELS", "CLIPPER_PROVIDERS", "DOTNET_ROOT", "LIBTORCH",
    ];

    /// <summary>Where scripts, logs and the tasks' exit codes are: beside the results, which stay as those of any
    /// run.</summary>
    public string Folder => Path.TrimEndingDirectorySeparator(Results) + ".jobs";

    /// <summary>Settings of this process that tasks need too; names and values.</summary>
    public static IEnumerable<(string Name, string Value)> PassedOn() =>
        from name in _passedOn
        let value = Environment.GetEnvironmentVariable(name)
        where !string.IsNullOrEmpty(value)
        select (name, value);

    /// <summary>The words of <c>clipper run</c> for one task, but for its <c>--shard</c>.</summary>
    public IEnumerable<string> RunWords() =>
    [
        .. Program, "run", Path.GetFullPath(Experiment.Source.Path),
        .. Experiment.Source.Overrides.SelectMany(pair => new[] { "--set", pair }),
        "--out", Results, "--device", Device, "--wait",
    ];
}
