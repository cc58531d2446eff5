using System.Text.Json;
using System.Text.RegularExpressions;

namespace Clipper.Bench.Cli.Tests.Commands;

public sealed class DoctorCommandTests
{
    [Fact]
    public void Page_names_what_an_issue_needs_and_no_folder_of_the_user()
    {
        Console console = Console.Run("doctor");

        Assert.Equal(0, console.ExitCode);
        string[] wanted =
        [
            "version", "commit", "build", "providers", "cpu", "cores", "isa", "memory", "load", "cache free",
            "libtorch", "blas core", "sgemm", "cuda devices", "decoders", "gnuplot", "omniglot",
        ];
        Assert.All(wanted, fact => Assert.Contains($"\n{fact}", console.Output, StringComparison.Ordinal));
        Assert.DoesNotContain(Environment.CurrentDirectory, console.Output, StringComparison.Ordinal);
        // A machine may be called "cpu"; what is said of it must not be its name.
        Assert.DoesNotMatch($@"(?m)[ :]{Regex.Escape(Environment.MachineName)}$", console.Output);
    }

    [Fact]
    public void Json_has_every_topic_and_the_findings()
    {
        using JsonDocument json = JsonDocument.Parse(Console.Run("doctor", "--json").Output);

        string[] topics = ["program", "machine", "disk", "torch", "images", "plots", "data", "findings"];
        Assert.Equal(topics, json.RootElement.EnumerateObject().Select(topic => topic.Name));
        Assert.True(json.RootElement.GetProperty("torch").GetProperty("sgemm_gflops").GetDouble() > 0);
    }
}
