using System.Text.Json;
using Clipper.Clip.Imaging.Augmentation;
using Clipper.Testing;

namespace Clipper.Clip.Tests.Imaging.Augmentation;

/// <summary>The numbers of simclr.json, which simclr.py beside it computes in numpy.</summary>
internal static class SimClrCases
{
    private static readonly JsonElement s_json = Load();

    public static IReadOnlyList<string> Names { get; } =
        [.. s_json.GetProperty("cases").EnumerateArray().Select(Name)];

    /// <summary>The picture that every case starts from.</summary>
    public static FloatPicture Picture()
    {
        var picture = new FloatPicture(s_json.GetProperty("width").GetInt32(), s_json.GetProperty("height").GetInt32());
        float[] pixels = Numbers(s_json.GetProperty("pixels"));
        for (int i = 0; i < pixels.Length; i++)
        {
            picture.Plane(i % FloatPicture.Channels)[i / FloatPicture.Channels] = pixels[i] / 255f;
        }

        return picture;
    }

    public static AugmentationDraw Draw(string name)
    {
        JsonElement json = Case(name);
        float[] box = Numbers(json.GetProperty("crop"));
        return new AugmentationDraw(
            new CropBox((int)box[0], (int)box[1], (int)box[2], (int)box[3]),
            json.GetProperty("flip").GetBoolean(),
            [
                .. json.GetProperty("colors").EnumerateArray().Select(step => new ColorStep(
                    Enum.Parse<ColorChange>(step.GetProperty("change").GetString()!),
                    step.GetProperty("amount").GetSingle())),
            ],
            json.GetProperty("grey").GetBoolean(),
            json.GetProperty("sigma").GetSingle());
    }

    public static float[] Expected(string name) => Numbers(Case(name).GetProperty("planes"));

    private static JsonElement Case(string name) =>
        s_json.GetProperty("cases").EnumerateArray().Single(json => Name(json) == name);

    private static string Name(JsonElement json) => json.GetProperty("name").GetString()!;

    private static float[] Numbers(JsonElement json) =>
        [.. json.EnumerateArray().Select(number => number.GetSingle())];

    private static JsonElement Load()
    {
        string path = RepositoryRoot.Combine(
            "tests", "Clipper.Clip.Tests", "Imaging", "Augmentation", "simclr.json");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.Clone();
    }
}
