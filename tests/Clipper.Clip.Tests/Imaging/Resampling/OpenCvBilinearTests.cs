using System.Security.Cryptography;
using System.Text.Json;
using Clipper.Clip.Imaging;
using Clipper.Clip.Imaging.Resampling;
using Clipper.Testing;

namespace Clipper.Clip.Tests.Imaging.Resampling;

/// <summary>Against opencv.json, which opencv.py beside it makes with OpenCV 4.6.0.</summary>
public sealed class OpenCvBilinearTests
{
    private static readonly JsonElement[] s_cases = Load();

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, s_cases.Length)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Resize_of_any_size_equals_OpenCV(int index)
    {
        JsonElement json = s_cases[index];
        int[] from = Numbers(json, "from");
        int[] to = Numbers(json, "to");
        using Raster picture = Picture(from[0], from[1]);

        using Raster result = json.GetProperty("of").GetString() == "bytes"
            ? OpenCvBilinear.Run(picture, to[0], to[1])
            : OpenCvBilinear.Halve(Thirds(picture), from[0], from[1]);

        Assert.Equal((to[0], to[1]), (result.Width, result.Height));
        if (json.TryGetProperty("pixels", out JsonElement pixels))
        {
            Assert.Equal(pixels.GetBytesFromBase64(), result.Pixels.ToArray());
        }

        Assert.Equal(json.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(result.Pixels)));
    }

    [Theory]
    [InlineData(PreprocessDetour.CvBilinear80, 80)]
    [InlineData(PreprocessDetour.CvBilinear112, 112)]
    [InlineData(PreprocessDetour.CvBilinear224, 224)]
    public void Detour_to_a_side_is_the_resize_of_the_RGB_picture(PreprocessDetour detour, int side)
    {
        using Raster picture = Picture(61, 40);
        using Raster expected = OpenCvBilinear.Run(picture, side, side);

        using Raster? result = PreprocessDetours.Run(detour, picture);

        Assert.Equal(expected.Pixels.ToArray(), result?.Pixels.ToArray());
    }

    [Fact]
    public void Detour_through_both_resizes_rounds_once()
    {
        using Raster picture = Picture(61, 40);
        float[] loaded = new float[224 * 224 * 3];
        KerasBilinear.Run(picture, 224, 224, loaded);
        using Raster expected = OpenCvBilinear.Halve(loaded, 224, 224);
        using Raster cut = KerasBilinear.Run(picture, 224, 224);
        using Raster roundedTwice = OpenCvBilinear.Run(cut, 112, 112);

        using Raster? result = PreprocessDetours.Run(PreprocessDetour.TfBilinear224CvBilinear112, picture);

        Assert.Equal(expected.Pixels.ToArray(), result?.Pixels.ToArray());
        Assert.NotEqual(roundedTwice.Pixels.ToArray(), result?.Pixels.ToArray());
    }

    [Fact]
    public void Every_detour_has_a_name_and_only_none_leaves_the_picture()
    {
        using Raster picture = Picture(8, 8);

        Assert.Equal(Enum.GetValues<PreprocessDetour>(), PreprocessDetours.All.Select(each => each.Detour));
        Assert.Equal(PreprocessDetours.All.Count, PreprocessDetours.All.Select(each => each.Name).Distinct().Count());
        foreach (PreprocessDetour detour in Enum.GetValues<PreprocessDetour>())
        {
            using Raster? result = PreprocessDetours.Run(detour, picture);
            Assert.Equal(detour == PreprocessDetour.None, result is null);
        }
    }

    private static Raster Picture(int width, int height)
    {
        Raster picture = Raster.Rent(ImageMode.Rgb, width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                for (int c = 0; c < 3; c++)
                {
                    int value = (x * 37) + (y * 91) + (c * 53) + (x * y % 97 * 11);
                    picture.Writable[(((y * width) + x) * 3) + c] = (byte)(value % 256);
                }
            }
        }

        return picture;
    }

    private static float[] Thirds(Raster picture) => [.. picture.Pixels.ToArray().Select(value => value / 3f)];

    private static int[] Numbers(JsonElement json, string name) =>
        [.. json.GetProperty(name).EnumerateArray().Select(number => number.GetInt32())];

    private static JsonElement[] Load()
    {
        string path = RepositoryRoot.Combine(
            "tests", "Clipper.Clip.Tests", "Imaging", "Resampling", "opencv.json");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return [.. document.RootElement.EnumerateArray().Select(json => json.Clone())];
    }
}
