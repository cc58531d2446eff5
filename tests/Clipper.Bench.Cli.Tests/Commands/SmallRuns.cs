using Clipper.Testing;

namespace Clipper.Bench.Cli.Tests.Commands;

/// <summary>A small experiment for runs of the built program, and folders for its results.</summary>
internal sealed class SmallRuns : IDisposable
{
    /// <summary>3 settings × 3 methods.</summary>
    public const int Cells = 9;

    private const string Yaml = """
        name: small
        seed: 0
        model: random:0
        datasets: [{ name: shapes, limit: 360 }]
        protocol: { kind: few-shot, ways: [3], shots: [1, 2, 3], queries: 2, episodes: 3 }
        methods: [wi, mwi, ncm]
        metrics: [accuracy, o_f1, map]
        """;

    private readonly TemporaryFolder _folder = new();

    public SmallRuns() => Config = _folder.Write("small.yaml", Yaml);

    public string Config { get; }

    public string Out(string name) => _folder.Combine("results", name);

    public string Write(string name, string text) => _folder.Write(name, text);

    /// <summary>Arguments of a run into a folder.</summary>
    public string[] Args(string name, params string[] more) =>
        ["run", Config, "--out", Out(name), "--no-report", .. more];

    /// <summary>A whole run by the built program.</summary>
    public ChildProcess Run(string name, params string[] more)
    {
        ChildProcess run = ChildProcess.Run(Args(name, more));
        Assert.True(run.ExitCode == 0, run.Error);
        return run;
    }

    /// <summary>Every file of a results folder but run.json, and its bytes.</summary>
    public SortedDictionary<string, string> Files(string name)
    {
        string root = Out(name);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            files.Add(Path.GetRelativePath(root, file), Convert.ToHexString(File.ReadAllBytes(file)));
        }

        Assert.True(files.Remove("run.json"));
        return files;
    }

    /// <summary>The files of the cells that have a result.</summary>
    public string[] CellFiles(string name)
    {
        string cells = Path.Combine(Out(name), "cells");
        return Directory.Exists(cells)
            ? [.. Directory.EnumerateFiles(cells, "*.json").Order(StringComparer.Ordinal)]
            : [];
    }

    public void Dispose() => _folder.Dispose();
}
