using System.Text.Json;
using Clipper.Clip.Imaging;
using Clipper.Clip.Models;
using Clipper.Clip.Models.Registry;
using Clipper.Clip.Models.Weights;
using Clipper.Testing;

namespace Clipper.Clip.Tests.Models.Registry;

public sealed class ModelRegistryTests
{
    public static TheoryData<string> ModelsToFetch =>
        [.. Fetched.Where(model => model.Kind == RegisteredKind.Clip).Select(model => model.Name)];

    private static IEnumerable<RegisteredModel> Fetched =>
        ModelRegistry.Default.Models.Where(model => !model.IsEmbedded);

    [Fact]
    public void Default_has_the_models_of_the_paper_under_their_names() =>
        Assert.All(
            ["ViT-B/32", "ViT-B/16", "ViT-L/14", "ViT-L/14@336px"],
            name => Assert.Contains(name, ModelRegistry.Default.ModelNames));

    [Fact]
    public void Default_names_and_folders_are_each_of_one_model()
    {
        IReadOnlyList<RegisteredModel> models = ModelRegistry.Default.Models;

        Assert.Equal(models.Count, models.Select(model => model.Name).Distinct().Count());
        Assert.Equal(models.Count, models.Select(model => model.Folder).Distinct().Count());
        Assert.All(models, model => Assert.Equal(Path.GetFileName(model.Folder), model.Folder));
        Assert.All(models, model => Assert.Equal("MIT", model.Licence));
    }

    [Fact]
    public void Default_files_have_safe_addresses_sizes_and_the_hash_that_openai_puts_into_the_address()
    {
        foreach (RegisteredFile file in Fetched.SelectMany(model => model.Files))
        {
            Assert.Equal(Uri.UriSchemeHttps, file.Origin.Scheme);
            Assert.Equal(file.Name, file.Origin.Segments[^1]);
            Assert.Matches("^[0-9a-f]{64}$", file.Sha256);
            Assert.InRange(file.Size, 1_000_000, 2_000_000_000);
            Assert.True(file.Name.EndsWith(".gz", StringComparison.Ordinal)
                || file.Origin.AbsoluteUri.Contains($"/{file.Sha256}/", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(ModelsToFetch))]
    public void Default_switches_are_read_by_the_loader_and_agree_with_the_summary(string name)
    {
        RegisteredModel model = Find(name);
        ModelSummary summary = model.Summary ?? throw new InvalidDataException(name);
        using var folder = new TemporaryFolder();
        folder.Write("model.json", model.ModelJson?.GetRawText() ?? "");
        int heads = summary.Width / 64;
        var narrow = new VisionSettings(
            summary.ImageSize, summary.PatchSize, Width: 2 * heads, Layers: 1, heads, MlpWidth: 8, EmbeddingSize: 4,
            Activation.QuickGelu, 1e-5, PreNorm: true, PatchBias: false, Projection: true);
        CheckpointBuilder.Tensors(narrow, new OpenAINames("visual.")).Save(folder.Combine("model.safetensors"));

        ModelDescription description = ModelLoader.Describe(folder.Path);

        Assert.Equal(narrow, description.Vision);
        Assert.Equal(name, description.Name);
        Assert.Equal(PreprocessSpec.Clip(summary.ImageSize), description.Preprocess);
    }

    [Theory]
    [MemberData(nameof(ModelsToFetch))]
    public void Default_parameters_are_those_of_the_architecture(string name)
    {
        ModelSummary model = Find(name).Summary ?? throw new InvalidDataException(name);
        const long tokens = 49_408;
        const long context = 77;
        long grid = model.ImageSize / model.PatchSize;
        long vision = (3L * model.PatchSize * model.PatchSize * model.Width) + ((grid * grid + 2) * model.Width)
            + (4L * model.Width) + (model.Layers * Block(model.Width)) + ((long)model.Width * model.EmbeddingSize);
        long text = ((tokens + context) * model.TextWidth) + (2L * model.TextWidth)
            + (model.TextLayers * Block(model.TextWidth)) + ((long)model.TextWidth * model.EmbeddingSize);

        Assert.Equal(vision + text + 1, model.Parameters);
    }

    [Fact]
    public void Parse_of_an_unknown_key_or_vocabulary_is_an_error()
    {
        const string start = """[{ "name": "a", "folder": "a", "kind": "clip", "about": "", "licence": "MIT", """;

        Assert.Throws<JsonException>(() => ModelRegistry.Parse(start + """ "sha": "x" }]"""));
        Assert.Throws<JsonException>(() => ModelRegistry.Parse(start + """ "vocabulary": "x" }]"""));
    }

    private static RegisteredModel Find(string name) =>
        ModelRegistry.Default.Find(name) ?? throw new InvalidDataException(name);

    // Attention 4 d² + 4 d, MLP 8 d² + 5 d, two norms 4 d.
    private static long Block(long width) => (12 * width * width) + (13 * width);
}
