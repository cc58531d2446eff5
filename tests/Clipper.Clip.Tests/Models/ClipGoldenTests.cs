using Clipper.Clip.Checkpoints;
using Clipper.Clip.Models;
using Clipper.Testing;
using Xunit.Abstractions;

namespace Clipper.Clip.Tests.Models;

/// <summary>goldens/clip: every weights file of every model gives the model's image features.</summary>
public sealed class ClipGoldenTests(ITestOutputHelper output)
{
    private const string Folder = "clip";
    private const string ConfigEnding = "_config.json";
    private const string InputsEnding = "_io.safetensors";
    private const double LogitTolerance = 3e-4;

    private static readonly string[] Kinds = ["_openai", "_hf", "_openclip"];
    private static readonly string[] TorchEndings = [".pt", ".pth", ".bin"];

    public static TheoryData<string> Models => new(ModelNames);

    public static TheoryData<string, string> Weights
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (model, file) in ModelNames.SelectMany(model => FilesOf(model).Select(file => (model, file))))
            {
                data.Add(model, file);
            }

            return data;
        }
    }

    // A config whose name goes on after the model's, as in a_hf_config.json, belongs to one file of it.
    private static IEnumerable<string> ModelNames => GoldenFolder.Files(Folder, "*" + InputsEnding)
        .Select(path => Path.GetFileName(path)[..^InputsEnding.Length]);

    [Fact]
    public void Golden_folder_holds_nothing_of_an_unknown_kind()
    {
        var known = ModelNames.SelectMany(model => FilesOf(model).Append(model + InputsEnding)).ToHashSet();
        var unknown = Directory.EnumerateFiles(GoldenFolder.Combine(Folder))
            .Select(path => Path.GetFileName(path))
            .Where(name => !known.Contains(name) && !name.EndsWith(ConfigEnding, StringComparison.Ordinal));

        Assert.Empty(unknown);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Golden_model_has_its_configuration(string model) =>
        Assert.True(File.Exists(GoldenFolder.Combine(Folder, model + ConfigEnding)));

    [Theory]
    [MemberData(nameof(Weights))]
    public void Encode_golden_pixels_gives_the_golden_features(string model, string file)
    {
        string path = GoldenFolder.Combine(Folder, file);
        var description = ModelLoader.Describe(path);
        AssertFeatures(description, model, "f64/image_features");
        AssertFeatures(
            description with { Vision = description.Vision with { Activation = Activation.Gelu } },
            model,
            "gelu/f64/image_features");
    }

    [Theory]
    [MemberData(nameof(Weights))]
    public void Encode_golden_tokens_gives_the_golden_features_and_logits(string model, string file)
    {
        var description = ModelLoader.Describe(GoldenFolder.Combine(Folder, file));
        AssertTexts(description, model, "");
        AssertTexts(EncodedPair.WithExactGelu(description), model, "gelu/");
    }

    [Fact]
    public void Torch_file_holds_the_tensors_of_the_safetensors_files_bit_for_bit()
    {
        foreach (string model in ModelNames)
        {
            string[] files = [.. FilesOf(model)];
            string[] plain = [.. files.Where(file => file.EndsWith(".safetensors", StringComparison.Ordinal))];
            foreach (string file in files.Where(file => TorchEndings.Contains(Path.GetExtension(file))))
            {
                int same = plain.Sum(other => CountEqualTensors(file, other));
                output.WriteLine($"{file}: {same} tensors are bit-identical");
                Assert.NotEqual(0, same);
            }
        }
    }

    // Types may differ between the files of a model (F16, F32), values may not.
    private static int CountEqualTensors(string file, string other)
    {
        using var ours = TensorFile.OpenAny(GoldenFolder.Combine(Folder, file));
        using var truth = TensorFile.OpenAny(GoldenFolder.Combine(Folder, other));
        string[] shared = [.. ours.Tensors.Keys.Where(truth.Tensors.ContainsKey)];
        foreach (string name in shared)
        {
            Assert.Equal(truth.Tensors[name].Shape, ours.Tensors[name].Shape);
            Assert.Equal(truth.ReadDoubles(name), ours.ReadDoubles(name));
            if (truth.Tensors[name].Type == ours.Tensors[name].Type)
            {
                Assert.Equal(truth.Bytes(name), ours.Bytes(name));
            }
        }

        return shared.Length;
    }

    private void AssertTexts(ModelDescription description, string model, string variant)
    {
        using var golden = SafetensorsFile.Open(GoldenFolder.Combine(Folder, model + InputsEnding));
        var pair = EncodedPair.Encode(
            description,
            golden.ReadFloats("pixel_values"),
            (int)golden.Tensors["pixel_values"].Shape[0],
            Array.ConvertAll(golden.ReadFloats("tokens"), token => (int)token));
        string truth = variant + "f64/";

        double error = RelativeError.Between(pair.Texts, golden.ReadDoubles(truth + "text_features"));
        double logits = EncodedPair.Difference(pair.LogitsPerImage, golden.ReadDoubles(truth + "logits_per_image"));
        output.WriteLine($"{description.Name} ({description.Container}) {truth}: {error:E2}, logits {logits:E2}");
        Assert.InRange(error, 0, RelativeError.Tolerance);
        Assert.InRange(logits, 0, LogitTolerance);
        if (golden.Tensors.ContainsKey(truth + "probs_per_image"))
        {
            double[] probabilities = golden.ReadDoubles(truth + "probs_per_image");
            Assert.InRange(EncodedPair.Difference(pair.ProbabilitiesPerImage, probabilities), 0, LogitTolerance);
        }
    }

    private void AssertFeatures(ModelDescription description, string model, string truth)
    {
        using var golden = SafetensorsFile.Open(GoldenFolder.Combine(Folder, model + InputsEnding));
        int count = (int)golden.Tensors["pixel_values"].Shape[0];
        using var encoder = ImageEncoder.Load(description, "cpu");
        var features = new float[count * encoder.Dimension];

        encoder.Encode(golden.ReadFloats("pixel_values"), count, features);

        double error = RelativeError.Between(features, golden.ReadDoubles(truth));
        output.WriteLine($"{description.Name} ({description.Container}) {truth}: {error:E2}");
        Assert.InRange(error, 0, RelativeError.Tolerance);
    }

    private static IEnumerable<string> FilesOf(string model) =>
        Directory.EnumerateFiles(GoldenFolder.Combine(Folder), model + "_*")
            .Select(path => Path.GetFileName(path))
            .Where(name => Kinds.Any(kind => name.StartsWith(model + kind, StringComparison.Ordinal)))
            .Where(name => !name.EndsWith(".json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
