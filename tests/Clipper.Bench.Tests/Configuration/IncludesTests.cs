using Clipper.Bench.Configuration;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Configuration;

public sealed class IncludesTests : IDisposable
{
    private const string Base = """
        seed: 3
        model: ../models/vit
        datasets: shapes
        protocol: { ways: 5, shots: 1, queries: 15, episodes: 7 }
        methods: [wi, mwi]
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Included_file_is_merged_under_the_file_key_by_key()
    {
        _folder.Write("parts/base.yaml", Base);

        Experiment experiment = Load("name: t\ninclude: parts/base.yaml\nprotocol: { shots: 5 }\nmethods: [ncm]");

        Assert.Equal(3, experiment.Seed);
        Assert.Equal("5w5s15q", Assert.Single(experiment.Protocol.Settings.Select(SettingText.Of)));
        Assert.Equal(7, experiment.Protocol.Episodes);
        Assert.Equal("ncm", Assert.Single(experiment.Methods).Kind);
    }

    [Fact]
    public void Path_is_relative_to_the_file_that_it_stands_in()
    {
        _folder.Write("parts/base.yaml", Base);

        Experiment experiment = Load("name: t\ninclude: parts/base.yaml");

        Assert.Equal(_folder.Combine("models", "vit"), Assert.Single(experiment.Models).Name);
    }

    [Fact]
    public void Later_of_several_files_is_above_the_earlier()
    {
        _folder.Write("a.yaml", Base);
        _folder.Write("b.yaml", "seed: 4\nprotocol: { queries: 2 }");

        Experiment experiment = Load("name: t\ninclude: [a.yaml, b.yaml]");

        Assert.Equal(4, experiment.Seed);
        Assert.Equal("5w1s2q", Assert.Single(experiment.Protocol.Settings.Select(SettingText.Of)));
    }

    [Fact]
    public void Files_that_include_the_same_file_are_no_circle()
    {
        _folder.Write("base.yaml", Base);
        _folder.Write("a.yaml", "include: base.yaml");
        _folder.Write("b.yaml", "include: base.yaml");

        Assert.Equal(3, Load("name: t\ninclude: [a.yaml, b.yaml]").Seed);
    }

    [Fact]
    public void Circle_is_refused_with_its_chain_where_it_closes()
    {
        _folder.Write("a.yaml", "include: b.yaml");
        _folder.Write("b.yaml", "seed: 1\ninclude: a.yaml");

        var error = Assert.Throws<UsageException>(() => Load("name: t\ninclude: a.yaml"));

        (string a, string b) = (_folder.Combine("a.yaml"), _folder.Combine("b.yaml"));
        Assert.Contains(
            $"{b}:2:10: 'a.yaml' includes itself: {a} → {b} → {a}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Problem_of_an_included_file_names_its_place_there_after_those_of_the_file()
    {
        _folder.Write("parts/base.yaml", Base.Replace("ways: 5", "ways: 012", StringComparison.Ordinal));

        var error = Assert.Throws<UsageException>(() => Load("name: t\nsead: 1\ninclude: parts/base.yaml"));

        string[] lines = [.. error.Message.Split('\n').Where(line => !line.StartsWith(' '))];
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"{_folder.Combine("t.yaml")}:2:1: unknown key 'sead'", lines[0], StringComparison.Ordinal);
        Assert.StartsWith(
            $"{_folder.Combine("parts", "base.yaml")}:4:19: '012' is not a whole number", lines[1],
            StringComparison.Ordinal);
    }

    [Fact]
    public void Included_sweep_is_extended_by_the_file()
    {
        _folder.Write("base.yaml", Base + "\nsweep: { seed: [0, 1] }");

        Experiment experiment = Load("name: t\ninclude: base.yaml\nsweep: { protocol.shots: [1, 5, 10] }");

        Assert.Equal(6, experiment.Points.Count);
    }

    private Experiment Load(string yaml) => ExperimentFile.Load(_folder.Write("t.yaml", yaml), []);
}
