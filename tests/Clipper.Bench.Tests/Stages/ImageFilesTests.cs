using Clipper.Bench.Stages;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Stages;

public sealed class ImageFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Folder_stands_for_its_images_in_ordinal_order()
    {
        foreach (string name in (string[])["b.PNG", "a/z.jpg", "B.gif", "notes.txt", "a/x.bmp"])
        {
            _folder.Write($"in/{name}", "text");
        }

        _folder.Write("in/subject01.happy", "GIF89a");

        Assert.Equal(
            ["B.gif", "a/x.bmp", "a/z.jpg", "b.PNG", "subject01.happy"],
            ImageFiles.Expand([_folder.Combine("in")]).Select(image => image.Id));
    }

    [Fact]
    public void Files_keep_the_order_of_the_command_line()
    {
        string second = _folder.Write("2.png", "");
        string first = _folder.Write("1.png", "");

        Assert.Equal(["2.png", "1.png"], ImageFiles.Expand([second, first]).Select(image => image.Id));
    }

    [Fact]
    public void Same_name_twice_is_refused()
    {
        string one = _folder.Write("a/x.png", "");
        string other = _folder.Write("b/x.png", "");

        var error = Assert.Throws<DataFileException>(() => ImageFiles.Expand([one, other]));

        Assert.Contains($"has the same name as '{one}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_path_and_folder_without_images_are_refused()
    {
        _folder.Write("empty/readme.txt", "no image");

        Assert.Throws<DataFileException>(() => ImageFiles.Expand([_folder.Combine("none")]));
        Assert.Throws<DataFileException>(() => ImageFiles.Expand([_folder.Combine("empty")]));
    }
}
