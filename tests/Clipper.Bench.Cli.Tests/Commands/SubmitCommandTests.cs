using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Clipper.Bench.Cli.Tests.Commands;

/// <summary>What <c>submit</c> writes, without a cluster.</summary>
public sealed class SubmitCommandTests : IDisposable
{
    private readonly SmallRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void Dry_run_prints_the_scripts_and_lines_and_leaves_nothing()
    {
        Console console = Console.Run(
            "submit", _runs.Config, "--slurm", "--dry-run", "--tasks", "4", "--out", _runs.Out("a"), "--gres", "gpu:1",
            "--time", "01:00:00", "--partition", "long", "--sbatch", "--account=x \"--comment=two words\"",
            "--set", "seed=7", "--set", "datasets.shapes.seed=4242");

        Assert.Equal(0, console.ExitCode);
        string[] lines =
            [.. console.Output.Split('\n').Where(line => line.StartsWith("# sbatch", StringComparison.Ordinal))];
        Assert.Equal(3, lines.Length);
        Assert.Matches(
            "--job-name=clipper-small-embed .*--array=1-4 --partition=long --gres=gpu:1 --time=01:00:00", lines[0]);
        Assert.Matches(@"--account=x '--comment=two words' --dependency=afterany:ID .*/a\.jobs/cells\.sh$", lines[1]);
        Assert.DoesNotContain("--gres", lines[2], StringComparison.Ordinal);
        Assert.Matches(
            new Regex(
                @" run \S+small\.yaml --set seed=7 --set datasets\.shapes\.seed=4242 --out \S+/a --device auto "
                + @"--wait --no-report --shard ""\$task/4"""),
            console.Output.Replace("'", "", StringComparison.Ordinal));
        Assert.False(Directory.Exists(_runs.Out("a")) || Directory.Exists(_runs.Out("a") + ".jobs"));
    }

    [Fact]
    public void Scripts_are_sound_for_a_shell()
    {
        Console console = Console.Run(
            "submit", _runs.Config, "--slurm", "--dry-run", "--out", _runs.Out("it's a"));
        string script = _runs.Write("all.sh", console.Output);

        using var shell = System.Diagnostics.Process.Start("sh", ["-n", script]);
        shell.WaitForExit();

        Assert.Equal(0, shell.ExitCode);
    }

    [Theory]
    [InlineData()]
    [InlineData("--slurm", "--kubernetes")]
    public void Submit_needs_one_kind_of_cluster(params string[] kinds)
    {
        Console console = Console.Run(["submit", _runs.Config, .. kinds]);

        Assert.Equal(1, console.ExitCode);
        Assert.Contains("submit needs either --slurm or --kubernetes.", console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--image")]
    [InlineData("--claim")]
    [InlineData("--out")]
    public void Kubernetes_without_what_it_needs_is_refused(string lacking)
    {
        (string Name, string Value)[] all = [("--image", "i:1"), ("--claim", "c"), ("--out", "/clipper/results/a")];
        string[] given =
            [.. all.Where(option => option.Name != lacking).SelectMany(option => new[] { option.Name, option.Value })];

        Console console = Console.Run(["submit", _runs.Config, "--kubernetes", .. given]);

        Assert.Equal(1, console.ExitCode);
        Assert.Contains(lacking, console.Error, StringComparison.Ordinal);
    }

    // The fields of batch/v1 Job (Kubernetes 1.29 and later) that an indexed job needs, each in its place.
    [Fact]
    public void Kubernetes_manifest_is_an_indexed_job()
    {
        Console console = Console.Run(
            "submit", _runs.Config, "--kubernetes", "--tasks", "5", "--image", "registry/clipper:1", "--claim",
            "shared", "--out", "/clipper/results/a", "--gpus", "1", "--set", "name=My_Run.2");

        Assert.Equal(0, console.ExitCode);
        var stream = new YamlStream();
        stream.Load(new StringReader(console.Output));
        var root = (YamlMappingNode)Assert.Single(stream.Documents).RootNode;
        Assert.Equal(["apiVersion", "kind", "metadata", "spec"], Keys(root));
        Assert.Equal(("batch/v1", "Job"), (Text(root, "apiVersion"), Text(root, "kind")));
        Assert.Matches("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", Text(root, "metadata", "name"));
        var spec = (YamlMappingNode)root["spec"];
        Assert.Equal(
            ["backoffLimitPerIndex", "completionMode", "completions", "maxFailedIndexes", "parallelism", "template"],
            Keys(spec));
        Assert.Equal("Indexed", Text(spec, "completionMode"));
        Assert.Equal(("5", "5"), (Text(spec, "completions"), Text(spec, "parallelism")));
        var pod = (YamlMappingNode)spec["template"]["spec"];
        Assert.Equal(["containers", "restartPolicy", "volumes"], Keys(pod));
        Assert.Equal("Never", Text(pod, "restartPolicy"));
        var container = (YamlMappingNode)pod["containers"][0];
        Assert.Equal(
            ["args", "command", "env", "image", "name", "resources", "volumeMounts", "workingDir"], Keys(container));
        Assert.Equal("1", Text(container, "resources", "limits", "nvidia.com/gpu"));
        Assert.Equal(
            Text((YamlMappingNode)pod["volumes"][0], "name"),
            Text((YamlMappingNode)container["volumeMounts"][0], "name"));
        string script = ((YamlScalarNode)container["args"][0]).Value ?? "";
        const string shard = @"--shard \$\(\(JOB_COMPLETION_INDEX \+ 1\)\)/5";
        Assert.Matches($@"(?s)^clipper run .* --embed-only {shard} &&\nexec clipper run .* {shard}\n?$", script);
    }

    private static IEnumerable<string> Keys(YamlMappingNode map) =>
        map.Children.Keys.Select(key => ((YamlScalarNode)key).Value ?? "").Order(StringComparer.Ordinal);

    private static string Text(YamlMappingNode map, params string[] path)
    {
        YamlNode node = map;
        foreach (string key in path)
        {
            node = node[key];
        }

        return ((YamlScalarNode)node).Value ?? "";
    }
}
