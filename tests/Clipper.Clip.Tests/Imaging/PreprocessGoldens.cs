using System.Text.Json;
using Clipper.Clip.Imaging;
using Clipper.Testing;

namespace Clipper.Clip.Tests.Imaging;

/// <summary>The cases of goldens/preprocess, discovered from the folder.</summary>
internal static class PreprocessGoldens
{
    public const string Folder = "preprocess";

    private static readonly JsonElement Index = JsonDocument.Parse(File.ReadAllText(Path("index.json"))).RootElement;

    /// <summary>Names of the images.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Index.GetProperty("images").EnumerateObject().Select(image => image.Name)];

    public static string Path(params string[] parts) => GoldenFolder.Combine([Folder, .. parts]);

    public static JsonElement Entry(string image) => Index.GetProperty("images").GetProperty(image);

    public static byte[] Encoded(string image) => File.ReadAllBytes(Path("images", image));

    public static byte[] Pixels(string image, PreprocessSpec spec)
    {
        byte[] pixels = new byte[spec.Size * spec.Size * 3];
        new ImagePreprocessor(spec).ToPixels(Encoded(image), image, pixels);
        return pixels;
    }
}
