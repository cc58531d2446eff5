using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Clipper.Clip.Imaging;

namespace Clipper.Clip.Tests.Imaging;

/// <summary>Every statement of goldens/preprocess/index.json.</summary>
public sealed class ImageIndexGoldenTests
{
    public static TheoryData<string> Images => [.. PreprocessGoldens.Names];

    [Theory]
    [MemberData(nameof(Images))]
    public void Image_of_the_index_decodes_and_preprocesses_as_stated(string image)
    {
        foreach (JsonProperty statement in PreprocessGoldens.Entry(image).EnumerateObject())
        {
            Check(image, statement.Name, statement.Value);
        }
    }

    private static void Check(string image, string statement, JsonElement value)
    {
        using Raster raster = ImageDecoder.Decode(PreprocessGoldens.Encoded(image), image);
        using Raster rgb = raster.ToRgb();
        switch (statement)
        {
            case "mode":
                Assert.Equal(value.GetString(), raster.Mode.PillowName());
                break;
            case "size_wh":
                Assert.Equal([raster.Width, raster.Height], value.EnumerateArray().Select(side => side.GetInt32()));
                break;
            case "decode_rgb_sum":
                Assert.Equal(value.GetInt64(), Sum(rgb.Pixels));
                break;
            case "decode_rgb_sha256":
                Assert.Equal(value.GetString(), Hash(rgb.Pixels));
                break;
            case "outputs":
                CheckOutputs(image, value);
                break;
            case "tf224":
                PreprocessSpec detour = PreprocessSpec.Clip(224) with { Detour = PreprocessDetour.TfBilinear224 };
                CheckResult(PreprocessGoldens.Pixels(image, detour), value);
                break;
            case "format" or "native_dtype" or "exif_orientation" or "exif_note":
                break;
            default:
                Assert.Fail($"index.json says '{statement}' of {image}, which no test knows.");
                break;
        }
    }

    private static void CheckOutputs(string image, JsonElement outputs)
    {
        foreach (JsonProperty output in outputs.EnumerateObject())
        {
            int size = int.Parse(output.Name, CultureInfo.InvariantCulture);
            PreprocessSpec spec = PreprocessSpec.Clip(size);
            byte[] pixels = PreprocessGoldens.Pixels(image, spec);
            CheckResult(pixels, output.Value);
            CheckFloatSum(spec, pixels, output.Value);
            if (output.Value.TryGetProperty("rgbfirst_sha256", out JsonElement hash))
            {
                byte[] rgbFirst = PreprocessGoldens.Pixels(image, spec with { Order = PreprocessOrder.HuggingFace });
                Assert.Equal(hash.GetString(), Hash(rgbFirst));
                Assert.Equal(
                    output.Value.GetProperty("differs_if_rgb_first").GetInt32(),
                    pixels.Zip(rgbFirst).Count(pair => pair.First != pair.Second));
            }
        }
    }

    private static void CheckResult(byte[] pixels, JsonElement stated)
    {
        Assert.Equal(stated.GetProperty("sum").GetInt64(), Sum(pixels));
        Assert.Equal(stated.GetProperty("sha256").GetString(), Hash(pixels));
    }

    private static void CheckFloatSum(PreprocessSpec spec, byte[] pixels, JsonElement stated)
    {
        float[] planes = new float[pixels.Length];
        new ImagePreprocessor(spec).Normalize(pixels, planes);
        double expected = stated.GetProperty("f32_sum").GetDouble();
        double sum = planes.Sum(value => (double)value);
        Assert.True(Math.Abs(expected - sum) <= 1e-6 * Math.Max(Math.Abs(expected), 1), $"{expected} ≠ {sum}");
    }

    private static long Sum(ReadOnlySpan<byte> pixels)
    {
        long sum = 0;
        foreach (byte value in pixels)
        {
            sum += value;
        }

        return sum;
    }

    private static string Hash(ReadOnlySpan<byte> pixels) => Convert.ToHexStringLower(SHA256.HashData(pixels));
}
