using Clipper.Testing;

namespace Clipper.Bench.Cli.Tests;

/// <summary>Compares printed text with a committed file; CLIPPER_UPDATE_SNAPSHOTS=1 writes the files anew.</summary>
internal static class Snapshot
{
    public static void Matches(string name, string text)
    {
        string path = RepositoryRoot.Combine("tests", "Clipper.Bench.Cli.Tests", "Snapshots", name + ".txt");
        if (Environment.GetEnvironmentVariable("CLIPPER_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"No snapshot {path}; CLIPPER_UPDATE_SNAPSHOTS=1 writes it.");
        Assert.Equal(File.ReadAllText(path), text);
    }
}
