using System.Text.Json;
using Clipper.Clip.Imaging;
using Clipper.Clip.Models.Weights;
using Clipper.Core.Errors;

namespace Clipper.Clip.Models.Configuration;

/// <summary>Our own <c>model.json</c> beside the weights: states what cannot be derived, and wins over other files.
/// What the tensors show may be repeated, not contradicted.</summary>
internal static class ModelJson
{
    /// <summary>Its file name.</summary>
    public const string FileName = "model.json";

    private static readonly string[] Known =
    [
        "name", "heads", "activation", "layer_norm_eps", "pooling", "mean", "std", "order", "crop_pct", "image_size",
        "pre_norm", "patch_bias", "projection", LicenceKey, TextKey,
    ];

    private const string LicenceKey = "licence";
    private const string TextKey = "text";

    private static readonly string[] KnownOfText =
        ["heads", "activation", "layer_norm_eps", "end_token", "context_length", "vocab_size"];

    /// <summary>Names of the activations.</summary>
    public static (string Name, Activation Value)[] Activations { get; } =
        [("quick_gelu", Activation.QuickGelu), ("gelu", Activation.Gelu)];

    private static (string Name, Pooling Value)[] Poolings { get; } =
        [("class_token", Pooling.ClassToken), ("patch_mean", Pooling.PatchMean)];

    private static (string Name, PreprocessOrder Value)[] Orders { get; } =
        [("openai", PreprocessOrder.OpenAI), ("hf", PreprocessOrder.HuggingFace)];

    /// <summary>Writes every switch of a model.</summary>
    public static void Write(Stream stream, ModelDescription model)
    {
        var (vision, pixels) = (model.Vision, model.Preprocess);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("name", model.Name);
        if (model.Licence is { } licence)
        {
            json.WriteString(LicenceKey, licence);
        }

        json.WriteNumber("heads", vision.Heads);
        json.WriteString("activation", NameOf(Activations, vision.Activation));
        json.WriteNumber("layer_norm_eps", vision.LayerNormEps);
        json.WriteString("pooling", NameOf(Poolings, vision.Pooling));
        WriteChannels(json, "mean", pixels.Mean);
        WriteChannels(json, "std", pixels.Std);
        json.WriteString("order", NameOf(Orders, pixels.Order));
        json.WriteNumber("crop_pct", 1);
        json.WriteNumber("image_size", vision.ImageSize);
        json.WriteBoolean("pre_norm", vision.PreNorm);
        json.WriteBoolean("patch_bias", vision.PatchBias);
        json.WriteBoolean("projection", vision.Projection);
        if (model.Text is { } text)
        {
            WriteText(json, text);
        }

        json.WriteEndObject();
    }

    /// <summary>The licence that it states.</summary>
    public static string? Licence(ConfigObject config) => config.Text(LicenceKey);

    /// <summary>Reads the switches of a text tower.</summary>
    /// <exception cref="DataFileException">A value out of range, or one that the tensors contradict.</exception>
    public static TextSwitches ReadText(ConfigObject config, TextShape shape)
    {
        if (config.Object(TextKey) is not { } text)
        {
            return new TextSwitches();
        }

        text.MustBe("context_length", shape.ContextLength);
        text.MustBe("vocab_size", shape.VocabularySize);
        return new TextSwitches
        {
            Heads = text.Integer("heads"),
            Activation = text.Choice("activation", Activations),
            LayerNormEps = text.Number("layer_norm_eps"),
            EndToken = text.Integer("end_token"),
        };
    }

    /// <summary>Reads its switches.</summary>
    /// <exception cref="DataFileException">An unknown key, a value out of range, or one that the tensors
    /// contradict.</exception>
    public static ModelSwitches Read(ConfigObject config, VisionShape shape)
    {
        ThrowIfUnknown(config, Known);
        if (config.Has(TextKey))
        {
            ThrowIfUnknown(config.Object(TextKey) ?? throw config.Wrong(TextKey, "an object"), KnownOfText);
        }

        config.MustBe("image_size", shape.ImageSize);
        MustBe(config, "pre_norm", shape.PreNorm);
        MustBe(config, "patch_bias", shape.PatchBias);
        MustBe(config, "projection", shape.Projection);
        return new ModelSwitches
        {
            Heads = config.Integer("heads"),
            Activation = config.Choice("activation", Activations),
            LayerNormEps = config.Number("layer_norm_eps"),
            Pooling = config.Choice("pooling", Poolings),
            Mean = config.Channels("mean"),
            Std = config.Channels("std"),
            Order = config.Choice("order", Orders),
            CropFraction = config.Number("crop_pct"),
        };
    }

    private static void WriteText(Utf8JsonWriter json, TextSettings text)
    {
        json.WriteStartObject(TextKey);
        json.WriteNumber("heads", text.Heads);
        json.WriteString("activation", NameOf(Activations, text.Activation));
        json.WriteNumber("layer_norm_eps", text.LayerNormEps);
        if (text.EndToken is { } end)
        {
            json.WriteNumber("end_token", end);
        }

        json.WriteNumber("context_length", text.ContextLength);
        json.WriteNumber("vocab_size", text.VocabularySize);
        json.WriteEndObject();
    }

    private static void ThrowIfUnknown(ConfigObject config, string[] known)
    {
        if (config.Keys.FirstOrDefault(key => !known.Contains(key)) is { } unknown)
        {
            string hint = Suggestion.Question(unknown, known);
            throw config.Wrong(unknown, $"no such key; known: {string.Join(", ", known)}.{hint}");
        }
    }

    private static string NameOf<T>((string Name, T Value)[] names, T value)
        where T : struct => Array.Find(names, known => known.Value.Equals(value)).Name;

    private static void WriteChannels(Utf8JsonWriter json, string key, ChannelTriple values)
    {
        json.WriteStartArray(key);
        json.WriteNumberValue(values.R);
        json.WriteNumberValue(values.G);
        json.WriteNumberValue(values.B);
        json.WriteEndArray();
    }

    private static void MustBe(ConfigObject config, string key, bool shown)
    {
        if (config.Flag(key) is { } stated && stated != shown)
        {
            throw config.Wrong(key, shown ? "true, as the tensors show" : "false, as the tensors show");
        }
    }
}
