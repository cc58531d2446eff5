using System.Text.Json;
using Clipper.Clip.Checkpoints;
using Clipper.Clip.Imaging;
using Clipper.Clip.Models;
using Clipper.Clip.Text;
using Clipper.Testing;
using Xunit.Abstractions;

namespace Clipper.Clip.Tests.Models;

/// <summary>goldens/e2e: image files to pixels to features, texts to tokens to features, both to logits. The model is
/// the folder, or where inputs.json says.</summary>
public sealed class EndToEndGoldenTests(ITestOutputHelper output)
{
    private const string Folder = "e2e";
    private const int CropStart = 100;
    private const double LogitTolerance = 5e-4;

    private static readonly JsonElement Inputs =
        JsonDocument.Parse(File.ReadAllBytes(GoldenFolder.Combine(Folder, "inputs.json"))).RootElement;

    [Fact]
    public void Preprocess_golden_images_gives_the_golden_pixels()
    {
        using var golden = SafetensorsFile.Open(GoldenFolder.Combine(Folder, "outputs.safetensors"));
        var entry = golden.Tensors["pixel_values_crop16"];
        var (planes, size, count) = Preprocess(Describe());
        int side = (int)entry.Shape[3];
        var crop = new List<float>();
        for (int line = 0; line < count * 3 * side; line++)
        {
            int start = (((line / side * size) + CropStart + (line % side)) * size) + CropStart;
            crop.AddRange(planes.AsSpan(start, side));
        }

        Assert.Equal(count, (int)entry.Shape[0]);
        Assert.Equal(golden.ReadFloats("pixel_values_crop16"), crop);
    }

    [Fact]
    public void Encode_golden_images_gives_the_golden_features()
    {
        using var golden = SafetensorsFile.Open(GoldenFolder.Combine(Folder, "outputs.safetensors"));
        var description = Describe();
        var (planes, _, count) = Preprocess(description);
        using var encoder = ImageEncoder.Load(description, "cpu");
        var features = new float[count * encoder.Dimension];

        encoder.Encode(planes, count, features);

        double error = RelativeError.Between(features, golden.ReadDoubles("f64_image_features"));
        output.WriteLine($"{description.Name} f64_image_features: {error:E2}");
        Assert.InRange(error, 0, RelativeError.Tolerance);
    }

    [ClipVocabularyFact]
    public void Tokenize_golden_texts_gives_the_golden_tokens()
    {
        using var golden = SafetensorsFile.Open(GoldenFolder.Combine(Folder, "outputs.safetensors"));
        var vocabulary = BpeVocabulary.Read(ClipVocabulary.Path ?? "");
        var text = Describe().RequireText();
        bool truncate = Inputs.GetProperty("truncate").GetBoolean();
        var tokens = Inputs.GetProperty("texts").EnumerateArray().SelectMany(
            one => new ClipTokenizer(vocabulary).Tokenize(one.GetString() ?? "", text.ContextLength, truncate));

        Assert.Equal(vocabulary.Count, text.VocabularySize);
        Assert.Equal(Tokens(golden), tokens);
    }

    [Fact]
    public void Encode_golden_images_and_tokens_gives_the_golden_features_and_logits()
    {
        using var golden = SafetensorsFile.Open(GoldenFolder.Combine(Folder, "outputs.safetensors"));
        var description = Describe();
        var (planes, _, count) = Preprocess(description);

        var pair = EncodedPair.Encode(description, planes, count, Tokens(golden));
        var exact = EncodedPair.Encode(EncodedPair.WithExactGelu(description), planes, count, Tokens(golden));

        double error = RelativeError.Between(pair.Texts, golden.ReadDoubles("f64_text_features"));
        double logits = EncodedPair.Difference(pair.LogitsPerImage, golden.ReadDoubles("f64_logits_per_image"));
        output.WriteLine($"{description.Name} f64_text_features: {error:E2}, logits {logits:E2}");
        Assert.InRange(error, 0, RelativeError.Tolerance);
        Assert.InRange(logits, 0, LogitTolerance);
        Assert.InRange(
            EncodedPair.Difference(pair.ProbabilitiesPerImage, golden.ReadDoubles("probs")), 0, LogitTolerance);
        Assert.InRange(
            EncodedPair.Difference(exact.LogitsPerImage, golden.ReadDoubles("gelu_logits_per_image")),
            0,
            LogitTolerance);
    }

    private static int[] Tokens(SafetensorsFile golden) =>
        Array.ConvertAll(golden.ReadFloats("tokens"), token => (int)token);

    private static ModelDescription Describe() => ModelLoader.Describe(Inputs.TryGetProperty("model", out var model)
        ? GoldenFolder.Combine(Folder, model.GetString() ?? "")
        : GoldenFolder.Combine(Folder));

    private static (float[] Planes, int Size, int Count) Preprocess(ModelDescription description)
    {
        string folder = GoldenFolder.Combine(Folder, Inputs.GetProperty("image_dir").GetString() ?? "");
        string[] names = [.. Inputs.GetProperty("images").EnumerateArray().Select(name => name.GetString() ?? "")];
        var preprocessor = new ImagePreprocessor(description.Preprocess);
        int size = description.Preprocess.Size;
        var planes = new float[names.Length * 3 * size * size];
        var pixels = new byte[3 * size * size];
        for (int i = 0; i < names.Length; i++)
        {
            preprocessor.ToPixels(File.ReadAllBytes(Path.Combine(folder, names[i])), names[i], pixels);
            preprocessor.Normalize(pixels, planes.AsSpan(i * pixels.Length, pixels.Length));
        }

        return (planes, size, names.Length);
    }
}
