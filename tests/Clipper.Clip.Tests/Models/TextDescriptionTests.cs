using Clipper.Clip.Checkpoints;
using Clipper.Clip.Models;
using Clipper.Clip.Models.Weights;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Clip.Tests.Models;

/// <summary>What <see cref="ModelLoader"/> finds out about text towers.</summary>
public sealed class TextDescriptionTests : IDisposable
{
    private const string Activation = """{ "activation": "gelu" }""";
    private const string Vision = "\"vision_config\": { \"num_attention_heads\": 2 }";

    private static readonly TextShape Shape = new(
        ContextLength: 12, VocabularySize: 40, Width: 64, Layers: 2, MlpWidth: 80, EmbeddingSize: 32);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("openai", "")]
    [InlineData("open_clip", "text.")]
    public void Openai_names_have_heads_of_64_and_the_activation_of_the_vision_tower(string format, string prefix)
    {
        Save(new OpenAINames(format), new OpenAITextNames(format, prefix), scale: 2);
        _folder.Write("model.json", Activation);

        var model = ModelLoader.Describe(_folder.Path);

        Assert.Equal(new TextSettings(12, 40, 64, 2, 1, 80, 32, Clip.Models.Activation.Gelu, 1e-5), model.Text);
        Assert.Equal(Math.Exp(2), model.LogitScale);
        Assert.Empty(model.TextProblem);
    }

    [Theory]
    [InlineData("2", null)]
    [InlineData("39", 39)]
    [InlineData("null", null)]
    public void Huggingface_configuration_gives_heads_activation_and_end_token(string eos, int? end)
    {
        Save(new HuggingFaceNames(), new HuggingFaceTextNames());
        _folder.Write("config.json", $$"""
            { "model_type": "clip", {{Vision}}, "text_config": { "num_attention_heads": 4, "hidden_act": "gelu",
              "layer_norm_eps": 1e-6, "vocab_size": 40, "eos_token_id": {{eos}} } }
            """);

        var model = ModelLoader.Describe(_folder.Path);

        Assert.Equal(
            new TextSettings(12, 40, 64, 2, 4, 80, 32, Clip.Models.Activation.Gelu, 1e-6, end), model.Text);
        Assert.Null(model.LogitScale);
    }

    [Fact]
    public void Open_clip_configuration_gives_heads_and_activation()
    {
        Save(new OpenAINames("openai"), new OpenAITextNames("openai", ""));
        _folder.Write("open_clip_config.json", """
            { "model_cfg": { "quick_gelu": true, "vision_cfg": {}, "text_cfg": { "heads": 2, "context_length": 12 } } }
            """);

        var text = ModelLoader.Describe(_folder.Path).RequireText();

        Assert.Equal((2, Clip.Models.Activation.QuickGelu), (text.Heads, text.Activation));
    }

    [Theory]
    [InlineData("""{ "width": 65 }""", "'model_cfg.text_cfg.width' is 65; expected 64")]
    [InlineData("""{ "hf_model_name": "roberta" }""", "'model_cfg.text_cfg.hf_model_name'")]
    [InlineData("""{ "no_causal_mask": true }""", "'model_cfg.text_cfg.no_causal_mask'")]
    [InlineData("""{ "pool_type": "last" }""", "'model_cfg.text_cfg.pool_type'")]
    public void Text_tower_that_is_not_understood_leaves_the_images(string text, string problem)
    {
        Save(new OpenAINames("openai"), new OpenAITextNames("openai", ""));
        _folder.Write(
            "open_clip_config.json", $$"""{ "model_cfg": { "vision_cfg": {}, "text_cfg": {{text}} } }""");

        var model = ModelLoader.Describe(_folder.Path);

        Assert.Null(model.Text);
        Assert.Contains(problem, model.TextProblem, StringComparison.Ordinal);
        var error = Assert.Throws<DataFileException>(() => model.RequireText());
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ln_final.bias", "tensor 'ln_final.bias' is missing")]
    [InlineData("token_embedding.weight", "holds no text transformer")]
    public void Missing_tensor_is_the_problem_of_the_text_tower(string tensor, string problem)
    {
        Save(new OpenAINames("openai"), new OpenAITextNames("openai", ""), without: tensor);
        _folder.Write("model.json", Activation);

        var model = ModelLoader.Describe(_folder.Path);

        Assert.Contains(problem, model.TextProblem, StringComparison.Ordinal);
    }

    [Fact]
    public void Huggingface_names_alone_ask_for_the_switches_of_the_text_tower()
    {
        Save(new HuggingFaceNames(), new HuggingFaceTextNames());
        _folder.Write("model.json", """
            { "heads": 2, "activation": "gelu", "layer_norm_eps": 1e-5, "mean": [0, 0, 0], "std": [1, 1, 1],
              "order": "hf" }
            """);

        var model = ModelLoader.Describe(_folder.Path);

        Assert.EndsWith(
            """for example { "text": { "heads": 8, "activation": "quick_gelu", "layer_norm_eps": 1e-5 } }.""",
            model.TextProblem,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Model_json_wins_and_knows_its_keys()
    {
        Save(new OpenAINames("openai"), new OpenAITextNames("openai", ""));
        _folder.Write("model.json", """
            { "activation": "gelu", "text": { "heads": 4, "activation": "quick_gelu", "layer_norm_eps": 1e-3,
              "end_token": 7, "vocab_size": 40 } }
            """);

        Assert.Equal(
            new TextSettings(12, 40, 64, 2, 4, 80, 32, Clip.Models.Activation.QuickGelu, 1e-3, 7),
            ModelLoader.Describe(_folder.Path).Text);

        _folder.Write("model.json", """{ "activation": "gelu", "text": { "head": 4 } }""");
        var error = Assert.Throws<DataFileException>(() => ModelLoader.Describe(_folder.Path));
        Assert.Contains("'text.head'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("---\nlanguage: en\nlicense: apache-2.0\n---\n# Model\n", "apache-2.0")]
    [InlineData("---\nlanguage: en\n---\nlicense: mit\n", null)]
    [InlineData("# Model\nlicense: mit\n", null)]
    public void Licence_is_that_of_the_card(string card, string? licence)
    {
        Save(new OpenAINames("openai"), new OpenAITextNames("openai", ""));
        _folder.Write("model.json", Activation);
        _folder.Write("README.md", card);

        Assert.Equal(licence, ModelLoader.Describe(_folder.Path).Licence);
    }

    private void Save(ITowerNames vision, ITowerNames text, float? scale = null, string without = "")
    {
        SafetensorsWriter writer = CheckpointBuilder.Tensors(CheckpointBuilder.Small, vision);
        CheckpointBuilder.AddTensors(writer, Shape, new RandomWeights(1, Shape), text, name => name != without);
        if (scale is { } value)
        {
            writer.Add("logit_scale", new[] { value });
        }

        writer.Save(_folder.Combine("model.safetensors"));
    }
}
