using Clipper.Bench.Configuration;
using Clipper.Bench.Methods.ZeroShot;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Methods.ZeroShot;

public sealed class ZeroShotKindTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Zero_shot_without_options_follows_the_mode()
    {
        ZeroShotSettings settings = Read("zero-shot");

        Assert.Equal(PromptTemplates.ByMode, settings.Templates);
        Assert.Equal(LogitScale.ByMode, settings.Scale);
        Assert.Equal(ClassNaming.Words, settings.Naming);
        Assert.Equal(["a photo of a {}."], settings.Templates.For(ProtocolQuirks.Of(ProtocolMode.Corrected)));
    }

    [Theory]
    [InlineData("templates: bare", new[] { "{}" })]
    [InlineData("templates: \"one {}\"", new[] { "one {}" })]
    [InlineData("templates: [\"one {}\", \"{}, two\"]", new[] { "one {}", "{}, two" })]
    public void Templates_are_a_set_or_the_users_own(string option, string[] templates)
    {
        ZeroShotSettings settings = Read($"zero-shot: {{ {option}, scale: 20.5, names: labels, thresholds: 0.55 }}");

        Assert.Equal(templates, settings.Templates.For(ProtocolQuirks.Of(ProtocolMode.Corrected)));
        Assert.Equal(20.5, settings.Scale.Number);
        Assert.Equal(ClassNaming.Labels, settings.Naming);
        Assert.Equal([0.55], settings.Thresholds);
    }

    [Theory]
    [InlineData("zero-shot")]
    [InlineData("zero-shot: { templates: varied, scale: model }")]
    [InlineData("zero-shot: { label: Z, templates: [\"ä {}: #1\", \"{}\"], scale: 100 }")]
    public void What_is_written_reads_back_the_same(string method)
    {
        string path = _folder.Write("t.yaml", Yaml(method));
        Experiment experiment = ExperimentFile.Load(path, []);

        string text = ExperimentText.Write(experiment, _folder.Path);
        Experiment again = ExperimentFile.Load(_folder.Write("again.yaml", text), []);

        Assert.Equal(ExperimentIdentity.Hash(experiment), ExperimentIdentity.Hash(again));
        Assert.Equal(text, ExperimentText.Write(again, _folder.Path));
    }

    private ZeroShotSettings Read(string method) => Assert.IsType<ZeroShotSettings>(
        ExperimentFile.Load(_folder.Write("t.yaml", Yaml(method)), []).Methods[0]);

    private static string Yaml(string method) => $$"""
        name: t
        model: "random:0"
        datasets: shapes
        protocol: { ways: 5, shots: 1, queries: 2, episodes: 2 }
        methods: [{{method}}]
        """;
}
