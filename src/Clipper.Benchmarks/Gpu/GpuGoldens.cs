using System.Text.Json;
using Clipper.Clip.Checkpoints;
using Clipper.Clip.Imaging;
using Clipper.Clip.Models;

namespace Clipper.Benchmarks.Gpu;

/// <summary>The golden models on a device, in fp32, against their float64 features: both towers of every weights file
/// of <c>clip</c> and of <c>e2e</c>, whose pictures are decoded here, and every folder of a model with
/// <c>reference.safetensors</c>. Cases are found, not listed.</summary>
/// <param name="root">The folder of all goldens.</param>
/// <param name="device">Where to compute.</param>
/// <param name="checks">Is told what came out.</param>
internal sealed class GpuGoldens(string root, string device, GpuChecks checks)
{
    /// <summary>max|a − b| / max|b| of features: that of the tests on a CPU.</summary>
    private const double Tolerance = 2e-5;

    private const string Answers = "_io.safetensors";

    private static readonly string[] s_kinds = ["openai", "hf", "openclip"];

    private int _cases;

    /// <summary>Compares all of them.</summary>
    public void Check()
    {
        foreach (string answers in Directory.EnumerateFiles(Path.Combine(root, "clip"), "*" + Answers).Order())
        {
            CheckFiles(answers);
        }

        CheckPictures(Path.Combine(root, "e2e"));
        foreach (string reference in Directory.EnumerateFiles(
            root, "reference.safetensors", SearchOption.AllDirectories).Order())
        {
            CheckReference(reference);
        }

        if (_cases == 0)
        {
            checks.Fail($"{root} holds no golden model");
        }
    }

    private static string[] WeightsOf(string answers)
    {
        string model = Path.GetFileName(answers)[..^Answers.Length];
        return
        [
            .. s_kinds
                .SelectMany(kind => Directory.EnumerateFiles(
                    Path.GetDirectoryName(answers) ?? ".", $"{model}_{kind}*"))
                .Where(file => !file.EndsWith(".json", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static int[] Tokens(TensorFile golden) =>
        Array.ConvertAll(golden.ReadFloats("tokens"), token => (int)token);

    private void CheckFiles(string answers)
    {
        using TensorFile golden = TensorFile.OpenAny(answers);
        float[] planes = golden.ReadFloats("pixel_values");
        int[] tokens = Tokens(golden);
        foreach (string weights in WeightsOf(answers))
        {
            ModelDescription model = ModelLoader.Describe(weights);
            string name = Path.GetFileName(weights);
            CheckImages($"{name}, images", model, planes, golden.ReadDoubles("f64/image_features"));
            CheckTexts($"{name}, texts", model, tokens, golden.ReadDoubles("f64/text_features"));
            ModelDescription exact = WithExactGelu(model);
            CheckImages($"{name}, gelu, images", exact, planes, golden.ReadDoubles("gelu/f64/image_features"));
            CheckTexts($"{name}, gelu, texts", exact, tokens, golden.ReadDoubles("gelu/f64/text_features"));
        }
    }

    private void CheckPictures(string folder)
    {
        using JsonDocument inputs = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "inputs.json")));
        JsonElement input = inputs.RootElement;
        ModelDescription model = ModelLoader.Describe(
            input.TryGetProperty("model", out JsonElement named)
                ? Path.Combine(folder, named.GetString() ?? "")
                : folder);
        string pictures = Path.Combine(folder, input.GetProperty("image_dir").GetString() ?? "");
        var preprocessor = new ImagePreprocessor(model.Preprocess);
        string[] names = [.. input.GetProperty("images").EnumerateArray().Select(name => name.GetString() ?? "")];
        byte[] pixels = new byte[names.Length * 3 * model.Preprocess.Size * model.Preprocess.Size];
        int image = pixels.Length / names.Length;
        for (int i = 0; i < names.Length; i++)
        {
            preprocessor.ToPixels(
                File.ReadAllBytes(Path.Combine(pictures, names[i])), names[i], pixels.AsSpan(i * image, image));
        }

        using TensorFile golden = TensorFile.OpenAny(Path.Combine(folder, "outputs.safetensors"));
        CheckPixels("e2e, images", model, pixels, golden.ReadDoubles("f64_image_features"));
        CheckTexts("e2e, texts", model, Tokens(golden), golden.ReadDoubles("f64_text_features"));
    }

    private void CheckReference(string path)
    {
        using TensorFile golden = TensorFile.OpenAny(path);
        ModelDescription model = ModelLoader.Describe(Path.GetDirectoryName(path) ?? ".");
        CheckPixels(
            $"{model.Name}, images", model, golden.Bytes("images_u8").ToArray(), golden.ReadDoubles("features"));
    }

    private void CheckImages(string what, ModelDescription model, float[] planes, double[] expected)
    {
        using ImageEncoder encoder = ImageEncoder.Load(model, device);
        float[] features = new float[expected.Length];
        encoder.Encode(planes, expected.Length / encoder.Dimension, features);
        Compare(what, features, expected);
    }

    private void CheckPixels(string what, ModelDescription model, byte[] pixels, double[] expected)
    {
        using ImageEncoder encoder = ImageEncoder.Load(model, device);
        float[] features = new float[expected.Length];
        encoder.EncodePixels(pixels, expected.Length / encoder.Dimension, features);
        Compare(what, features, expected);
    }

    private void CheckTexts(string what, ModelDescription model, int[] tokens, double[] expected)
    {
        using TextEncoder encoder = TextEncoder.Load(model, device);
        float[] features = new float[expected.Length];
        encoder.Encode(tokens, expected.Length / encoder.Dimension, features);
        Compare(what, features, expected);
    }

    private void Compare(string what, float[] features, double[] expected)
    {
        _cases++;
        double error = features.Zip(expected, (a, b) => Math.Abs(a - b)).Max();
        checks.AtMost($"golden {what}", error / expected.Max(Math.Abs), Tolerance);
    }

    private static ModelDescription WithExactGelu(ModelDescription model) => model with
    {
        Vision = model.Vision with { Activation = Activation.Gelu },
        Text = model.RequireText() with { Activation = Activation.Gelu },
    };
}
