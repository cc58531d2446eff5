using Clipper.Bench.Datasets;
using Clipper.Bench.Datasets.Sheets;
using Clipper.Clip.Imaging;
using Clipper.Testing;
using Clipper.Testing.Pictures;

namespace Clipper.Bench.Tests.Datasets.Sheets;

public sealed class ContactSheetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Draw_has_the_pictures_in_their_squares_and_ink_below()
    {
        using IDataset dataset = Open(("a/red.png", Plain(255, 0, 0)), ("b/blue.png", Plain(0, 0, 255)));

        using Raster sheet = new ContactSheet(dataset, side: 32, columns: 2).Draw([0, 1]);

        Assert.Equal((6 + (2 * 38), 6 + 32 + 6 + 30), (sheet.Width, sheet.Height));
        Assert.Equal([255, 0, 0], Pixel(sheet, 6 + 16, 6 + 16));
        Assert.Equal([0, 0, 255], Pixel(sheet, 6 + 38 + 16, 6 + 16));
        Assert.Equal([255, 255, 255], Pixel(sheet, 2, 2));
        Assert.Contains(
            Enumerable.Range(0, sheet.Width * 10),
            i => Pixel(sheet, i % sheet.Width, 40 + (i / sheet.Width)).Max() == 0);
    }

    [Fact]
    public void Draw_unreadable_image_is_a_crossed_square()
    {
        using IDataset dataset = Open(("a/bad.png", "no picture"u8.ToArray()), ("b/blue.png", Plain(0, 0, 255)));

        using Raster sheet = new ContactSheet(dataset, side: 32, columns: 2).Draw([0]);

        Assert.Equal([0, 0, 0], Pixel(sheet, 6 + 10, 6 + 10));
        Assert.Equal([0, 0, 0], Pixel(sheet, 6 + 10, 6 + 21));
        Assert.Equal([255, 255, 255], Pixel(sheet, 6 + 15, 6 + 3));
    }

    [Fact]
    public void Choose_takes_different_samples_by_seed_and_never_one_twice()
    {
        using IDataset shapes = DatasetCatalog.Open(new("shapes"));

        IReadOnlyList<int> first = ContactSheet.Choose(shapes, 40, 0);

        Assert.Equal(40, first.Distinct().Count());
        Assert.Equal(first, ContactSheet.Choose(shapes, 40, 0));
        Assert.NotEqual(first, ContactSheet.Choose(shapes, 40, 1));
        Assert.Equal(1440, ContactSheet.Choose(shapes, 5000, 0).Count);
    }

    [Theory]
    [InlineData("short", 10, 2, new[] { "short" })]
    [InlineData("red star, blue ring", 10, 2, new[] { "red star,", "blue ring" })]
    [InlineData("red star, blue ring, green", 10, 2, new[] { "red star,", "blue rin.." })]
    [InlineData("unbreakableword", 10, 2, new[] { "unbreakabl", "eword" })]
    [InlineData("", 10, 2, new string[0])]
    public void Wrap_breaks_at_spaces_and_ends_in_dots(string text, int letters, int lines, string[] expected) =>
        Assert.Equal(expected, BitmapFont.Wrap(text, letters, lines));

    [Fact]
    public void Draw_of_the_font_knows_every_printable_letter()
    {
        var unknown = new List<(int, int)>();
        BitmapFont.Draw("?", 0, 0, (x, y) => unknown.Add((x, y)));
        for (char letter = '!'; letter <= '~'; letter++)
        {
            var dots = new List<(int, int)>();
            BitmapFont.Draw(letter.ToString(), 0, 0, (x, y) => dots.Add((x, y)));
            Assert.NotEmpty(dots);
            Assert.True(letter == '?' || !dots.SequenceEqual(unknown), $"{letter} looks like ?");
        }
    }

    private static byte[] Plain(byte red, byte green, byte blue) => PngBytes.Of(new DrawnPicture(
        8, 8, 3, [.. Enumerable.Repeat(new[] { red, green, blue }, 64).SelectMany(p => p)]));

    private static byte[] Pixel(Raster sheet, int x, int y) =>
        sheet.Pixels.Slice((y * sheet.Stride) + (x * 3), 3).ToArray();

    private IDataset Open(params (string Path, byte[] Bytes)[] files)
    {
        foreach ((string path, byte[] bytes) in files)
        {
            Directory.CreateDirectory(_folder.Combine("data", Path.GetDirectoryName(path)!));
            File.WriteAllBytes(_folder.Combine("data", path), bytes);
        }

        return DatasetCatalog.Open(new("folder", Root: _folder.Combine("data")), new(_folder.Combine("cache")));
    }
}
