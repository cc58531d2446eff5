using System.Text.Json;
using Clipper.Clip.Checkpoints;
using Clipper.Clip.Imaging;
using Clipper.Clip.Models;
using Clipper.Testing;
using Xunit.Abstractions;

namespace Clipper.Clip.Tests.Models;

/// <summary>goldens/e2e: image files to pixels to features. The model is the folder, or where inputs.json
/// says.</summary>
public sealed class EndToEndGoldenTests(ITestOutputHelper output)
{
    private const string Folder = "e2e";
    private const int CropStart = 100;

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
