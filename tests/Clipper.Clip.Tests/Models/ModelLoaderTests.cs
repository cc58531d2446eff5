using Clipper.Clip.Imaging;
using Clipper.Clip.Models;
using Clipper.Clip.Models.Weights;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Clip.Tests.Models;

public sealed class ModelLoaderTests : IDisposable
{
    private const string OpenAIState = """{ "activation": "quick_gelu" }""";
    private const string TimmConfig =
        """
        { "architecture": "vit_tiny_patch8_16", "num_features": 192,
          "pretrained_cfg": { "input_size": [3, 16, 16], "mean": [0.5, 0.5, 0.5], "std": [0.5, 0.5, 0.5],
                              "interpolation": "bicubic", "crop_pct": 1.0, "crop_mode": "center" } }
        """;

    private const string HuggingFaceConfig =
        """
        { "model_type": "clip", "vision_config": { "hidden_size": 128, "num_attention_heads": 4, "num_hidden_layers": 2,
          "intermediate_size": 256, "image_size": 16, "patch_size": 8, "hidden_act": "gelu", "layer_norm_eps": 1e-6 } }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Describe_openai_names_and_stated_activation_has_openais_conventions()
    {
        Save(CheckpointBuilder.Small, new OpenAINames("openai"));
        _folder.Write("model.json", OpenAIState);

        var model = ModelLoader.Describe(_folder.Path);

        Assert.Equal(CheckpointBuilder.Small, model.Vision);
        Assert.Equal(PreprocessSpec.Clip(16), model.Preprocess);
        Assert.Equal("openai", model.Format);
        Assert.Equal(Path.GetFileName(_folder.Path), model.Name);
    }

    [Fact]
    public void Describe_openai_names_alone_asks_for_the_activation()
    {
        string file = Save(CheckpointBuilder.Small, new OpenAINames("openai"));

        var error = Assert.Throws<DataFileException>(() => ModelLoader.Describe(_folder.Path));

        Assert.Equal(
            $"{file}: neither its tensors nor a configuration file beside it tell 'activation' (quick_gelu, gelu). "
            + "State what the model was trained with in model.json beside the file, for example "
            + "{ \"activation\": \"quick_gelu\" }.",
            error.Message);
    }

    [Fact]
    public void Describe_openai_constructor_arguments_give_heads_and_activation()
    {
        Save(CheckpointBuilder.Small, new OpenAINames("openai"), "x_openai_f16.safetensors");
        _folder.Write(
            "x_config.json",
            """{ "vision_width": 128, "vision_layers": 2, "vision_heads": 4, "activation": "gelu" }""");

        var model = ModelLoader.Describe(_folder.Combine("x_openai_f16.safetensors"));

        Assert.Equal(CheckpointBuilder.Small with { Heads = 4, Activation = Activation.Gelu }, model.Vision);
        Assert.Equal("x_openai_f16", model.Name);
    }

    [Fact]
    public void Describe_huggingface_folder_reads_both_configurations()
    {
        Save(CheckpointBuilder.Small, new HuggingFaceNames());
        _folder.Write("config.json", HuggingFaceConfig);
        _folder.Write(
            "preprocessor_config.json",
            """{ "size": { "shortest_edge": 16 }, "crop_size": 16, "resample": 3, "image_mean": [0.1, 0.2, 0.3] }""");

        var model = ModelLoader.Describe(_folder.Path);

        var expected = CheckpointBuilder.Small with { Heads = 4, Activation = Activation.Gelu, LayerNormEps = 1e-6 };
        Assert.Equal(expected, model.Vision);
        Assert.Equal("huggingface", model.Format);
        Assert.Equal(
            new PreprocessSpec(16, PreprocessOrder.HuggingFace, new(0.1f, 0.2f, 0.3f), PreprocessSpec.ClipStd),
            model.Preprocess);
    }

    [Fact]
    public void Describe_huggingface_without_preprocessor_has_openais_pixels()
    {
        Save(CheckpointBuilder.Small, new HuggingFaceNames());
        _folder.Write("config.json", HuggingFaceConfig);

        Assert.Equal(PreprocessSpec.Clip(16), ModelLoader.Describe(_folder.Path).Preprocess);
    }

    [Theory]
    [InlineData("""{ "quick_gelu": true, "vision_cfg": { "width": 128 } }""", Activation.QuickGelu, 2, 1e-5)]
    [InlineData("""{ "vision_cfg": { "head_width": 32, "norm_kwargs": { "eps": 1e-6 } } }""", Activation.Gelu, 4, 1e-6)]
    public void Describe_open_clip_configuration_gives_the_switches(
        string model, Activation activation, int heads, double eps)
    {
        Save(CheckpointBuilder.Small, new OpenAINames("openai"), "open_clip_model.safetensors");
        _folder.Write(
            "open_clip_config.json",
            $$"""{ "model_cfg": {{model}}, "preprocess_cfg": { "std": [0.5, 0.25, 0.125] } }""");

        var description = ModelLoader.Describe(_folder.Path);

        var expected = CheckpointBuilder.Small with { Activation = activation, Heads = heads, LayerNormEps = eps };
        Assert.Equal(expected, description.Vision);
        Assert.Equal("open_clip", description.Format);
        Assert.Equal(new ChannelTriple(0.5f, 0.25f, 0.125f), description.Preprocess.Std);
    }

    [Fact]
    public void Describe_timm_folder_takes_switches_from_the_architecture()
    {
        Save(CheckpointBuilder.Timm, new TimmNames(Pooling.ClassToken));
        _folder.Write("config.json", TimmConfig);

        var model = ModelLoader.Describe(_folder.Path);

        Assert.Equal(CheckpointBuilder.Timm, model.Vision);
        Assert.Equal("timm", model.Format);
        Assert.Equal(
            new PreprocessSpec(16, PreprocessOrder.HuggingFace, new(0.5f, 0.5f, 0.5f), new(0.5f, 0.5f, 0.5f)),
            model.Preprocess);
    }

    [Fact]
    public void Describe_timm_mean_pooling_shows_in_the_tensors()
    {
        var settings = CheckpointBuilder.Timm with { Pooling = Pooling.PatchMean };
        Save(settings, new TimmNames(Pooling.PatchMean));
        _folder.Write("config.json", TimmConfig);

        Assert.Equal(settings, ModelLoader.Describe(_folder.Path).Vision);
    }

    [Fact]
    public void Describe_unknown_timm_architecture_asks_for_all_that_its_name_would_tell()
    {
        Save(CheckpointBuilder.Timm, new TimmNames(Pooling.ClassToken));
        _folder.Write("config.json", TimmConfig.Replace("vit_tiny_patch8_16", "vit_mine", StringComparison.Ordinal));

        var error = Assert.Throws<DataFileException>(() => ModelLoader.Describe(_folder.Path));

        Assert.Contains("'heads'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'activation'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'layer_norm_eps'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Describe_model_json_states_everything_and_wins()
    {
        Save(CheckpointBuilder.Timm, new TimmNames(Pooling.ClassToken));
        _folder.Write("config.json", TimmConfig.Replace("1.0", "0.9", StringComparison.Ordinal));
        _folder.Write(
            "model.json",
            """
            { "name": "mine", "heads": 6, "activation": "quick_gelu", "layer_norm_eps": 0.001, "order": "openai",
              "crop_pct": 1, "mean": [0, 0, 0], "std": [1, 1, 1], "image_size": 16, "pre_norm": false }
            """);

        var model = ModelLoader.Describe(_folder.Path);

        Assert.Equal("mine", model.Name);
        var expected = CheckpointBuilder.Timm with
        {
            Heads = 6,
            Activation = Activation.QuickGelu,
            LayerNormEps = 0.001,
        };
        Assert.Equal(expected, model.Vision);
        Assert.Equal(new PreprocessSpec(16, PreprocessOrder.OpenAI, new(0, 0, 0), new(1, 1, 1)), model.Preprocess);
    }

    [Theory]
    [InlineData("config.json", """{ "vision_config": { "hidden_size": 64 } }""", "'vision_config.hidden_size' is 64")]
    [InlineData("config.json", """{ "model_type": "siglip" }""", "'model_type' is \"siglip\"")]
    [InlineData("config.json", """{ "vision_config": { "hidden_act": "relu" } }""", "one of quick_gelu, gelu")]
    [InlineData("config.json", """{ "vision_config": { "num_attention_heads": 3 } }""", "3 attention heads")]
    [InlineData("config.json", """{ "vision_config": { "layer_norm_eps": "1e-5" } }""", "expected a number")]
    [InlineData("config.json", """{ "model_type": "clip", "model_type": "clip" }""", "cannot be read as JSON")]
    [InlineData("config.json", """{ "x": 1 }""", "no known kind")]
    [InlineData("config.json", "[]", "expected a JSON object")]
    [InlineData("model.json", """{ "activations": "gelu" }""", "Did you mean 'activation'?")]
    [InlineData("model.json", """{ "pre_norm": false }""", "true, as the tensors show")]
    [InlineData("model.json", """{ "image_size": 224 }""", "'image_size' is 224; expected 16")]
    [InlineData("model.json", """{ "mean": [0.5] }""", "three numbers")]
    [InlineData("model.json", """{ "activation": "gelu", "std": [1, 0, 1] }""", "is not positive")]
    [InlineData("model.json", """{ "activation": "gelu", "crop_pct": 0.875 }""", "crop_pct")]
    [InlineData("model.json", """{ "activation": "gelu", "layer_norm_eps": 0 }""", "outside of (0, 1)")]
    [InlineData("open_clip_config.json", "{}", "'model_cfg' is missing")]
    [InlineData("open_clip_config.json", """{ "model_cfg": { "vision_cfg": { "timm_model_name": "x" } } }""", "none")]
    [InlineData("open_clip_config.json", """{ "model_cfg": { "vision_cfg": { "attentional_pool": true } } }""", "tok")]
    public void Describe_wrong_configuration_is_refused_with_its_key(string file, string json, string reason)
    {
        Save(CheckpointBuilder.Small, new OpenAINames("openai"));
        _folder.Write(file, json);

        var error = Assert.Throws<DataFileException>(() => ModelLoader.Describe(_folder.Path));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "do_center_crop": false }""", "'do_center_crop' is false")]
    [InlineData("""{ "resample": 2 }""", "'resample' is 2")]
    [InlineData("""{ "size": { "height": 16, "width": 16 } }""", "'size.height'")]
    [InlineData("""{ "crop_size": { "height": 16, "width": 8 } }""", "'crop_size.width'")]
    [InlineData("""{ "image_processor_type": "ViTImageProcessor" }""", "'image_processor_type'")]
    [InlineData("""{ "rescale_factor": 1 }""", "1/255")]
    public void Describe_preprocessor_that_does_something_else_is_refused(string json, string reason)
    {
        Save(CheckpointBuilder.Small, new HuggingFaceNames());
        _folder.Write("config.json", HuggingFaceConfig);
        _folder.Write("preprocessor_config.json", json);

        var error = Assert.Throws<DataFileException>(() => ModelLoader.Describe(_folder.Path));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Describe_missing_tensor_is_named()
    {
        Save(CheckpointBuilder.Small, new OpenAINames("openai"), keep: name => name != "visual.ln_post.bias");

        AssertRefused("'visual.ln_post.bias' is missing");
    }

    [Fact]
    public void Describe_unknown_tensor_of_the_tower_is_named()
    {
        CheckpointBuilder.Tensors(CheckpointBuilder.Small, new OpenAINames("openai"))
            .Add("visual.transformer.resblocks.0.ls_1.gamma", new float[128], 128)
            .Save(_folder.Combine("model.safetensors"));

        AssertRefused("'visual.transformer.resblocks.0.ls_1.gamma'");
    }

    [Fact]
    public void Describe_misshapen_tensor_is_named()
    {
        const string Tensor = "visual.ln_post.bias";
        CheckpointBuilder.Tensors(CheckpointBuilder.Small, new OpenAINames("openai"), name => name != Tensor)
            .Add(Tensor, new float[64], 64)
            .Save(_folder.Combine("model.safetensors"));

        AssertRefused("'visual.ln_post.bias' has shape [64], expected [128]");
    }

    private void AssertRefused(string reason)
    {
        var error = Assert.Throws<DataFileException>(() => ModelLoader.Describe(_folder.Path));

        Assert.StartsWith(_folder.Path, error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    private string Save(
        VisionSettings settings, ITowerNames names, string file = "model.safetensors", Predicate<string>? keep = null)
    {
        string path = _folder.Combine(file);
        CheckpointBuilder.Tensors(settings, names, keep).Save(path);
        return path;
    }
}
