using System.Text.Json;
using Clipper.Clip.Checkpoints;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Clip.Tests.Checkpoints;

/// <summary>goldens/formats: the reference crate's verdict on every file, and the numbers inside.</summary>
public sealed class SafetensorsGoldenTests
{
    private const string Folder = "formats";
    private const string ExpectedWideningEnding = "_expected_f32.safetensors";
    private const string WidenedEnding = "_as_f32";

    private static readonly JsonElement Expected =
        JsonDocument.Parse(File.ReadAllBytes(GoldenFolder.Combine(Folder, "expected.json"))).RootElement;

    public static TheoryData<string> Files
    {
        get
        {
            var files = Directory
                .EnumerateFiles(GoldenFolder.Combine(Folder), "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(GoldenFolder.Combine(Folder), path).Replace('\\', '/'))
                .Where(name => name != "expected.json");
            return new TheoryData<string>(files.Order(StringComparer.Ordinal));
        }
    }

    public static TheoryData<string> FilesWithContents =>
        new(Expected.GetProperty("contents").EnumerateObject().Select(file => file.Name));

    [Theory]
    [MemberData(nameof(Files))]
    public void Open_golden_file_has_the_reference_verdict(string name)
    {
        bool known = Expected.GetProperty("cases").TryGetProperty(name, out var wanted);
        Assert.True(known, $"{name} has no verdict in expected.json");
        bool accepted = wanted.GetProperty("accepted_by_rust_safetensors").GetBoolean();
        string path = GoldenFolder.Combine(Folder, name);

        var error = Record.Exception(() => SafetensorsFile.Open(path).Dispose());

        if (accepted)
        {
            Assert.Null(error);
        }
        else
        {
            Assert.StartsWith(path, Assert.IsType<DataFileException>(error).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Golden_verdicts_all_have_their_file()
    {
        var missing = Expected.GetProperty("cases").EnumerateObject()
            .Select(one => one.Name)
            .Where(name => !File.Exists(GoldenFolder.Combine(Folder, name)));

        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(FilesWithContents))]
    public void ReadDoubles_golden_contents_are_the_written_numbers(string name)
    {
        using var file = SafetensorsFile.Open(GoldenFolder.Combine(Folder, name + ".safetensors"));

        foreach (var tensor in Expected.GetProperty("contents").GetProperty(name).EnumerateObject())
        {
            double[] wanted = [.. tensor.Value.EnumerateArray().Select(value => value.GetDouble())];
            bool isSingle = file.Tensors[tensor.Name].Type == TensorType.F32;
            double[] stored = isSingle ? [.. wanted.Select(value => (double)(float)value)] : wanted;
            Assert.Equal(stored, file.ReadDoubles(tensor.Name));
        }
    }

    [Fact]
    public void ReadFloats_half_and_brain_floats_widen_as_the_reference()
    {
        int compared = 0;
        foreach (string path in GoldenFolder.Files(Folder, "*" + ExpectedWideningEnding))
        {
            using var expected = SafetensorsFile.Open(path);
            foreach (string name in expected.Tensors.Keys)
            {
                Assert.EndsWith(WidenedEnding, name, StringComparison.Ordinal);
                AssertSameBits(expected.ReadFloats(name), FindAndRead(name[..^WidenedEnding.Length]));
                compared++;
            }
        }

        Assert.True(compared > 0);
    }

    private static float[] FindAndRead(string tensor)
    {
        foreach (string path in GoldenFolder.Files(Folder, "*.safetensors"))
        {
            using var file = SafetensorsFile.Open(path);
            if (file.Tensors.ContainsKey(tensor))
            {
                return file.ReadFloats(tensor);
            }
        }

        throw new InvalidDataException($"No file of {Folder} has the tensor {tensor}.");
    }

    // A NaN may lose its payload; everything else, the sign of zero included, may not change.
    private static void AssertSameBits(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            bool same = float.IsNaN(expected[i])
                ? float.IsNaN(actual[i])
                : BitConverter.SingleToInt32Bits(expected[i]) == BitConverter.SingleToInt32Bits(actual[i]);
            Assert.True(same, $"element {i}: expected {expected[i]:R}, got {actual[i]:R}");
        }
    }
}
