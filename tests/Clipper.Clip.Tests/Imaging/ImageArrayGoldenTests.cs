using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Clipper.Clip.Checkpoints;
using Clipper.Clip.Imaging;
using Clipper.Clip.Imaging.Resampling;
using Clipper.Testing;

namespace Clipper.Clip.Tests.Imaging;

/// <summary>Every array file of goldens/preprocess, element by element.</summary>
public sealed partial class ImageArrayGoldenTests
{
    /// <summary>All files beside index.json and the images.</summary>
    public static TheoryData<string> Files =>
    [
        .. GoldenFolder.Files(PreprocessGoldens.Folder, "*").Select(file => Path.GetFileName(file))
            .Where(file => file != "index.json"),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void File_of_arrays_matches_exactly(string file)
    {
        Match name = FilePattern().Match(file);
        Action<string, NpyArray> check = name.Groups["kind"].Value switch
        {
            "openai_u8.npz" => (key, array) => CheckSquare(key, array, PreprocessOrder.OpenAI),
            "rgbfirst_u8.npz" => (key, array) => CheckSquare(key, array, PreprocessOrder.HuggingFace),
            "decode_u8.npz" => CheckDecoded,
            "tfbilinear224_u8.npz" => CheckDetour,
            "tfbilinear" => (key, array) => CheckBilinear(key, array, Number(name, "height"), Number(name, "width")),
            "openai_f32" => (key, array) => CheckNormalized(key, array, Number(name, "size")),
            "normalize_lut.safetensors" => CheckLevels,
            _ => throw new InvalidDataException($"{file} is of a kind that no test knows."),
        };

        foreach ((string key, NpyArray array) in Read(PreprocessGoldens.Path(file)))
        {
            check(key, array);
        }
    }

    private static IReadOnlyDictionary<string, NpyArray> Read(string path)
    {
        if (path.EndsWith(".npz", StringComparison.Ordinal))
        {
            return Npz.Read(path);
        }

        using SafetensorsFile file = SafetensorsFile.Open(path);
        return file.Tensors.Values.ToDictionary(tensor => tensor.Name, tensor => ToArray(file, tensor));
    }

    private static NpyArray ToArray(SafetensorsFile file, TensorEntry tensor)
    {
        Assert.Equal(TensorType.F32, tensor.Type);
        return new NpyArray("<f4", [.. tensor.Shape.Select(side => (int)side)], file.Bytes(tensor.Name).ToArray());
    }

    private static void CheckSquare(string key, NpyArray expected, PreprocessOrder order)
    {
        string[] parts = key.Split('@');
        int size = int.Parse(parts[1], CultureInfo.InvariantCulture);
        PreprocessSpec spec = PreprocessSpec.Clip(size) with { Order = order };

        Assert.Equal([spec.Size, spec.Size, 3], expected.Shape);
        AssertSame(expected.Bytes, PreprocessGoldens.Pixels(parts[0], spec), key);
    }

    private static void CheckDetour(string image, NpyArray expected)
    {
        PreprocessSpec spec = PreprocessSpec.Clip(224) with { Detour = PreprocessDetour.TfBilinear224 };

        AssertSame(expected.Bytes, PreprocessGoldens.Pixels(image, spec), image);
    }

    private static void CheckBilinear(string image, NpyArray expected, int height, int width)
    {
        using Raster raster = ImageDecoder.Decode(PreprocessGoldens.Encoded(image), image);
        using Raster rgb = raster.ToRgb();
        float[] values = new float[height * width * 3];
        KerasBilinear.Run(rgb, width, height, values);

        Assert.Equal([height, width, 3], expected.Shape);
        AssertSame(expected.Floats, values, image);
    }

    private static void CheckNormalized(string image, NpyArray expected, int size)
    {
        PreprocessSpec spec = PreprocessSpec.Clip(size);
        float[] planes = new float[3 * size * size];
        new ImagePreprocessor(spec).Normalize(PreprocessGoldens.Pixels(image, spec), planes);

        Assert.Equal([3, size, size], expected.Shape);
        AssertSame(expected.Floats, planes, image);
    }

    private static void CheckLevels(string key, NpyArray expected)
    {
        Assert.Equal("lut_channel_value", key);
        ImagePreprocessor preprocessor = new(PreprocessSpec.Clip(16));
        byte[] pixels = [.. Enumerable.Range(0, 256).SelectMany(value => Enumerable.Repeat((byte)value, 3))];
        float[] planes = new float[pixels.Length];
        preprocessor.Normalize(pixels, planes);

        Assert.Equal([3, 256], expected.Shape);
        AssertSame(expected.Floats, planes, key);
    }

    private static void CheckDecoded(string key, NpyArray expected)
    {
        Match name = DecodedPattern().Match(key);
        string image = name.Groups["image"].Value;
        using Raster raster = ImageDecoder.Decode(PreprocessGoldens.Encoded(image), image);
        using Raster rgb = raster.ToRgb();
        switch (name.Groups["kind"].Value)
        {
            case "rgb" when expected.Shape.Count == 2:
                Assert.Equal(ImageMode.Grey, raster.Mode);
                AssertSame(expected.Bytes, raster.Pixels, key);
                break;
            case "rgb":
                AssertSame(expected.Bytes, rgb.Pixels, key);
                break;
            case "rgb_rows":
                int from = Number(name, "from");
                AssertSame(expected.Bytes, rgb.Pixels[(from * rgb.Stride)..(Number(name, "to") * rgb.Stride)], key);
                break;
            case "native" when expected.Type == "<i4":
                AssertSame(expected.Integers, MemoryMarshal.Cast<byte, int>(raster.Pixels), key);
                break;
            case "native" when expected.Type == "|b1":
                byte[] levels = [.. expected.Bytes.ToArray().Select(bit => bit == 0 ? (byte)0 : (byte)255)];
                AssertSame(levels, raster.Pixels, key);
                break;
            case "native" or "native_cmyk":
                AssertSame(expected.Bytes, raster.Pixels, key);
                break;
            default:
                Assert.Fail($"decode_u8.npz has '{key}', a kind that no test knows.");
                break;
        }
    }

    private static void AssertSame<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual, string name)
        where T : struct, IEquatable<T>
    {
        Assert.True(expected.Length == actual.Length, $"{name}: {actual.Length} elements instead of {expected.Length}");
        int different = expected.CommonPrefixLength(actual);
        Assert.True(
            different == expected.Length,
            $"{name}[{different}]: expected {expected[Math.Min(different, expected.Length - 1)]}, "
            + $"got {actual[Math.Min(different, actual.Length - 1)]}");
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?:(?<kind>tfbilinear)_(?<height>\d+)x(?<width>\d+)_f32\.npz"
        + @"|(?<kind>openai_f32)_(?<size>\d+)px\.safetensors|(?<kind>.*))$")]
    private static partial Regex FilePattern();

    [GeneratedRegex(@"^(?<image>.*)/(?:(?<kind>rgb_rows)_(?<from>\d+)_(?<to>\d+)|(?<kind>[^/]*))$")]
    private static partial Regex DecodedPattern();
}
