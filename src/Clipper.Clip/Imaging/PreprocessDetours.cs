using Clipper.Clip.Imaging.Resampling;

namespace Clipper.Clip.Imaging;

/// <summary>The detours by name, and what they do.</summary>
public static class PreprocessDetours
{
    private const int LoaderSide = 224;

    /// <summary>Every detour and its name on the command line and in run.json.</summary>
    public static IReadOnlyList<(string Name, PreprocessDetour Detour)> All { get; } =
    [
        ("none", PreprocessDetour.None),
        ("tf224", PreprocessDetour.TfBilinear224),
        ("cv80", PreprocessDetour.CvBilinear80),
        ("cv112", PreprocessDetour.CvBilinear112),
        ("cv224", PreprocessDetour.CvBilinear224),
        ("tf224-cv112", PreprocessDetour.TfBilinear224CvBilinear112),
    ];

    /// <summary>The name of a detour.</summary>
    public static string NameOf(PreprocessDetour detour) => All.First(each => each.Detour == detour).Name;

    /// <summary>The picture as it comes out of a detour, a new one; null where there is none.</summary>
    internal static Raster? Run(PreprocessDetour detour, Raster picture)
    {
        if (detour == PreprocessDetour.None)
        {
            return null;
        }

        using Raster rgb = picture.ToRgb();
        return detour switch
        {
            PreprocessDetour.TfBilinear224 => KerasBilinear.Run(rgb, LoaderSide, LoaderSide),
            PreprocessDetour.CvBilinear80 => OpenCvBilinear.Run(rgb, 80, 80),
            PreprocessDetour.CvBilinear112 => OpenCvBilinear.Run(rgb, 112, 112),
            PreprocessDetour.CvBilinear224 => OpenCvBilinear.Run(rgb, 224, 224),
            PreprocessDetour.TfBilinear224CvBilinear112 => LoadedThenHalved(rgb),
            _ => throw new ArgumentOutOfRangeException(nameof(detour), detour, "Unknown detour."),
        };
    }

    // Between the two resizes nothing is rounded.
    private static Raster LoadedThenHalved(Raster rgb)
    {
        float[] loaded = new float[LoaderSide * LoaderSide * 3];
        KerasBilinear.Run(rgb, LoaderSide, LoaderSide, loaded);
        return OpenCvBilinear.Halve(loaded, LoaderSide, LoaderSide);
    }
}
