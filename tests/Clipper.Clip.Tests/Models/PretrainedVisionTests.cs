using Clipper.Clip.Checkpoints;
using Clipper.Clip.Imaging;
using Clipper.Clip.Models;
using Clipper.Testing;
using Xunit.Abstractions;

namespace Clipper.Clip.Tests.Models;

/// <summary>A real pretrained ViT (timm names) against its float64 reference on real pictures.</summary>
public sealed class PretrainedVisionTests(ITestOutputHelper output)
{
    [SharedDataFact("models", "vit-tiny-patch16-224", "reference.safetensors")]
    public void Encode_pretrained_timm_model_gives_the_reference_features()
    {
        string folder = SharedData.Combine("models", "vit-tiny-patch16-224");
        using var reference = SafetensorsFile.Open(Path.Combine(folder, "reference.safetensors"));
        var description = ModelLoader.Describe(folder);
        var preprocessor = new ImagePreprocessor(description.Preprocess);
        byte[] pixels = reference.Bytes("images_u8").ToArray();
        int count = (int)reference.Tensors["images_u8"].Shape[0];
        int values = pixels.Length / count;
        var planes = new float[pixels.Length];
        for (int i = 0; i < count; i++)
        {
            preprocessor.Normalize(pixels.AsSpan(i * values, values), planes.AsSpan(i * values, values));
        }

        using var encoder = ImageEncoder.Load(description, "cpu");
        var features = new float[count * encoder.Dimension];
        encoder.Encode(planes, count, features);

        double error = RelativeError.Between(features, reference.ReadDoubles("features"));
        output.WriteLine($"{description.Name}: {error:E2}");
        Assert.InRange(error, 0, RelativeError.Tolerance);
    }
}
