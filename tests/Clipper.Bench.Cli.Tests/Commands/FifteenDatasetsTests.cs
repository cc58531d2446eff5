using Clipper.Testing;
using Clipper.Testing.Official;

namespace Clipper.Bench.Cli.Tests.Commands;

/// <summary>The committed sweep over the paper's data sets, on small copies of all of them.</summary>
public sealed class FifteenDatasetsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void One_run_has_results_of_all_fifteen()
    {
        FifteenCopies.Write(_folder.Combine("data"));

        ChildProcess run = ChildProcess.Run(
            [
                "run", RepositoryRoot.Combine("configs", "fifteen-datasets.yaml"), "--out", _folder.Combine("out"),
                "--set", "model=random:0:image=32,patch=16,width=64,layers=1", "--set", "protocol.episodes=2",
                "--set", "protocol.validation-episodes=2", "--device", "cpu", "--quiet",
            ],
            ("CLIPPER_DATA", _folder.Combine("data")), ("CLIPPER_CACHE", _folder.Combine("cache")));

        Assert.Equal((0, ""), (run.ExitCode, run.ExitCode == 0 ? "" : run.Error));
        string[][] records =
            [.. File.ReadAllLines(_folder.Combine("out", "records.csv")).Skip(1).Select(line => line.Split(','))];
        string[] datasets = [.. records.Select(fields => fields[1]).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(
            [
                "celeba", "cifar10", "coco", "colorectal-histology", "imagenet-a", "imagenet-r", "imagenet-sketch",
                "imaterialist", "indoor67", "lfw", "mini-imagenet", "omniglot", "ucf101", "utkface", "yalefaces",
            ],
            datasets);
        Assert.Equal(30, Directory.GetFiles(_folder.Combine("out", "cells")).Length);
        Assert.Equal(
            ["mwi", "wi"], records.Select(fields => fields[4]).Distinct().Order(StringComparer.Ordinal));
    }
}
