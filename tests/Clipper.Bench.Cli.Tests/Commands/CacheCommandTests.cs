using System.Text.Json;
using Clipper.Testing;

namespace Clipper.Bench.Cli.Tests.Commands;

/// <summary><c>clipper cache</c> in processes of its own, as the cache's place is a variable of the process.</summary>
public sealed class CacheCommandTests : IDisposable
{
    private const string Experiment = """
        name: small
        model: random:0
        datasets: [omniglot, { name: shapes, limit: 360 }]
        protocol: { ways: 3, shots: 1, queries: 2, episodes: 3 }
        methods: [wi]
        missing-data: gap
        """;

    private readonly TemporaryFolder _folder = new();

    private string Config => _folder.Write("small.yaml", Experiment);

    private string Entries => _folder.Combine("cache");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Explain_says_what_is_there_and_what_differs_and_passes_over_data_that_may_be_missing()
    {
        ChildProcess before = Clipper("cache", "explain", Config);
        Run();

        ChildProcess hit = Clipper("cache", "explain", Config);
        ChildProcess miss = Clipper("cache", "explain", Config, "--set", "model=random:1");

        Assert.Equal((0, 0, 0), (before.ExitCode, hit.ExitCode, miss.ExitCode));
        Assert.StartsWith("shapes-single with random-vit-s0: not in the cache\n", before.Output, Line);
        Assert.StartsWith("shapes-single with random-vit-s0: in the cache\n", hit.Output, Line);
        Assert.Contains("The run goes on without it", hit.Error, Line);
        Assert.DoesNotContain("omniglot with", hit.Output, Line);
        Assert.StartsWith("shapes-single with random-vit-s1: not in the cache\n", miss.Output, Line);
        Assert.Contains("  weights: nearest entry has ", miss.Output, Line);
    }

    [Fact]
    public void List_and_verify_tell_a_damaged_entry_and_the_next_run_mends_it()
    {
        Run();
        string sound = Clipper("cache", "verify", "--json").Output;
        string file = Directory.GetFiles(Entries, "*.safetensors", SearchOption.AllDirectories).Single();
        byte[] bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 1;
        File.WriteAllBytes(file, bytes);

        ChildProcess damaged = Clipper("cache", "verify", "--json");
        Run("--fresh");

        Assert.Equal(360, Only(Clipper("cache", "list", "--json").Output).GetProperty("rows").GetInt32());
        Assert.Equal(JsonValueKind.Null, Only(sound).GetProperty("problem").ValueKind);
        Assert.Equal(2, damaged.ExitCode);
        Assert.Equal(JsonValueKind.String, Only(damaged.Output).GetProperty("problem").ValueKind);
        Assert.Equal(0, Clipper("cache", "verify").ExitCode);
    }

    [Fact]
    public void Collection_keeps_what_results_refer_to_and_a_dry_run_removes_nothing()
    {
        Run();
        string[] everything = ["cache", "gc", "--at-most", "0"];
        string other = Directory.CreateDirectory(_folder.Combine("other")).FullName;

        ChildProcess kept = Clipper([.. everything, "--results", _folder.Combine("out")]);
        ChildProcess dry = Clipper([.. everything, "--dry-run", "--results", other]);
        string left = Clipper("cache", "list", "--json").Output;
        ChildProcess gone = Clipper([.. everything, "--results", other]);

        Assert.Contains("a run refers to it", kept.Output, Line);
        Assert.Contains("would be removed", dry.Output, Line);
        Assert.Equal(360, Only(left).GetProperty("rows").GetInt32());
        Assert.Contains("removed: 1", gone.Error, Line);
        Assert.Empty(Directory.GetFiles(Entries, "*.safetensors", SearchOption.AllDirectories));
    }

    private const StringComparison Line = StringComparison.Ordinal;

    private static JsonElement Only(string output) => JsonDocument.Parse(output).RootElement.EnumerateArray().Single();

    private void Run(params string[] more)
    {
        ChildProcess run =
            Clipper(["run", Config, "--out", _folder.Combine("out"), "--no-report", "--device", "cpu", .. more]);
        Assert.Equal((0, ""), (run.ExitCode, run.ExitCode == 0 ? "" : run.Error));
    }

    private ChildProcess Clipper(params string[] args) =>
        ChildProcess.Run(args, ("CLIPPER_DATA", _folder.Combine("data")), ("CLIPPER_CACHE", Entries));
}
