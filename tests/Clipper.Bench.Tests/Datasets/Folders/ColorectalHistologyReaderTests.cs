using Clipper.Bench.Datasets;
using Clipper.Bench.Tests.Datasets.Official;
using Clipper.Clip.Imaging;
using Clipper.Core.Errors;
using Clipper.Testing;
using Clipper.Testing.Official;
using Clipper.Testing.Pictures;

namespace Clipper.Bench.Tests.Datasets.Folders;

public sealed class ColorectalHistologyReaderTests : IDisposable
{
    private const string Archive = "Kather_texture_2016_image_tiles_5000.zip";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_archive_and_folder_have_the_kinds_in_words_and_one_manifest()
    {
        ColorectalHistologyCopy.Make().Zip(_folder.Combine("packed", Archive));
        ColorectalHistologyCopy.Make().Unpacked(_folder.Combine("unpacked"));

        using IDataset packed = Open("packed");
        using IDataset unpacked = Open("unpacked");

        Assert.Equal((8, 96), (packed.Classes.Count, packed.Samples.Count));
        Assert.Equal(ColorectalHistologyCopy.Kinds, packed.Classes);
        Assert.Equal(["tumor", "stroma", "complex", "lympho"], packed.ClassNames.Take(4));
        Assert.Equal(packed.ManifestHash, unpacked.ManifestHash);
    }

    [Fact]
    public void Open_a_tiles_source_is_its_piece_of_a_slide_and_its_pixels_are_those_of_the_tiff()
    {
        ColorectalHistologyCopy.Make().Zip(_folder.Combine("packed", Archive));
        using IDataset dataset = Open("packed");

        using Raster tile = ImageDecoder.Decode(dataset.ReadImage(0), "tile");

        Assert.Equal("CRC-Prim-HE-01_000", dataset.Samples[0].Source);
        Assert.Equal(DrawnPicture.Of(0, 0, 30, 30).Pixels, tile.Pixels.ToArray());
    }

    [Fact]
    public void Open_folder_without_tiles_is_an_error()
    {
        _folder.Write("data/Kather_texture_2016_image_tiles_5000/TUMOR/1.tif", "");

        Assert.Contains(
            "holds no", Assert.Throws<DataFileException>(() => Open("data")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_of_5_ways_and_5_shots_has_its_numbers()
    {
        ColorectalHistologyCopy.Make().Zip(_folder.Combine("data", Archive));

        OfficialRun.Of(_folder, "{ name: colorectal-histology, root: data }");
    }

    private IDataset Open(string root) => DatasetCatalog.Open(
        new("colorectal-histology", Root: _folder.Combine(root)), new(_folder.Combine("cache")));
}
