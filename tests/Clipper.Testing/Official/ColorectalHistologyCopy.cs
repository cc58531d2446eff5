using System.Globalization;
using Clipper.Testing.Pictures;

namespace Clipper.Testing.Official;

/// <summary>A small set of histology tiles: the eight kinds, 12 TIFF files each, from ten slides.</summary>
public static class ColorectalHistologyCopy
{
    /// <summary>Tiles of a kind.</summary>
    public const int Tiles = 12;

    /// <summary>The folders.</summary>
    public static readonly IReadOnlyList<string> Kinds =
    [
        "01_TUMOR", "02_STROMA", "03_COMPLEX", "04_LYMPHO", "05_DEBRIS", "06_MUCOSA", "07_ADIPOSE", "08_EMPTY",
    ];

    /// <summary>The tiles, in the folder of the official name.</summary>
    public static OfficialCopy Make()
    {
        var copy = new OfficialCopy();
        for (int kind = 0; kind < Kinds.Count; kind++)
        {
            for (int k = 0; k < Tiles; k++)
            {
                string file = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(kind * 4096) + k:X}_CRC-Prim-HE-{(k % 10) + 1:00}_00{kind}.tif_Row_{k * 150 + 1}_Col_151.tif");
                copy.Add(
                    $"Kather_texture_2016_image_tiles_5000/{Kinds[kind]}/{file}",
                    TiffBytes.Of(DrawnPicture.Of(kind, k, 30, 30)));
            }
        }

        return copy;
    }
}
