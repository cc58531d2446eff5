using Clipper.Bench.Datasets.Coco;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Datasets.Coco;

public sealed class CocoAnnotationsTests : IDisposable
{
    private const string Sound = """
        {"images":[{"id":7,"file_name":"a.jpg","width":10,"height":8}],
        "annotations":[{"image_id":7,"category_id":3,"bbox":[1,2,3,4.5],"iscrowd":0}],
        "categories":[{"id":3,"name":"cat"}]}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_parts_in_any_order_and_what_is_not_used_is_skipped()
    {
        CocoAnnotations annotations = Read("\uFEFF" + """
            {"categories":[{"supercategory":"x","name":"c\u00e4t \"1\"","id":3}],
             "annotations":[{"segmentation":{"counts":[[1,[2]],{"a":[]}]},"bbox":[1e0,2,3,4.5],
              "category_id":3,"image_id":7}],
             "unknown":{"deep":[[[{"a":null}]]]},
             "images":[{"height":8,"width":10,"file_name":"a.jpg","id":7,"date_captured":null}]}
            """);

        Assert.Equal("cät \"1\"", annotations.Categories[3]);
        Assert.Equal(new CocoImage(7, "a.jpg", 10, 8), Assert.Single(annotations.Images));
        Assert.Equal(new CocoBox(7, 3, 1, 2, 3, 4.5, IsCrowd: false), Assert.Single(annotations.Boxes));
    }

    // The buffer is smaller than the file, so that tokens are cut at every kind of place.
    [Fact]
    public void Read_large_file_gives_every_box()
    {
        const int Count = 40_000;
        IEnumerable<string> boxes = Enumerable.Range(0, Count).Select(i =>
            $$"""
            {"segmentation":[[{{string.Join(',', Enumerable.Repeat("12.25", i % 40))}}]],"iscrowd":{{i % 2}},
            "image_id":7,"bbox":[{{i}},0,1,1],"category_id":3}
            """);
        CocoAnnotations annotations = Read(
            $$"""
            {"annotations":[{{string.Join(",\n", boxes)}}],
            "images":[{"id":7,"file_name":"{{new string('a', 200_000)}}.jpg","width":10,"height":8}],
            "categories":[{"id":3,"name":"cat"}]}
            """);

        Assert.Equal(Enumerable.Range(0, Count).Select(i => (double)i), annotations.Boxes.Select(b => b.X));
        Assert.Equal(Count / 2, annotations.Boxes.Count(b => b.IsCrowd));
        Assert.Equal(200_004, annotations.Images[0].File.Length);
    }

    [Theory]
    [InlineData("", "", ":1: is not JSON")]
    [InlineData("]}\n", "", ":3: is not JSON")]
    [InlineData("\"id\":3,", "\"id\":3", ":3: is not JSON")]
    [InlineData("[{\"id\":3,\"name\":\"cat\"}]", "{}", ":3: has StartObject where the list of categories is expected")]
    [InlineData("\"categories\"", "\"kinds\"", "has no categories; is it instances_*.json?")]
    [InlineData("\"categories\"", "\"images\"", "has 'images' twice")]
    [InlineData("\"width\":10", "\"width\":0", ":1: an image has no positive size")]
    [InlineData("\"width\":10", "\"width\":1.5", ":1: has 1.5 where a size in pixels is expected")]
    [InlineData("\"file_name\":\"a.jpg\",", "", ":1: an image lacks id, file_name, width or height")]
    [InlineData("\"image_id\":7", "\"image_id\":8", "a box is of image 8 and category 3")]
    [InlineData("\"category_id\":3", "\"category_id\":4", "a box is of image 7 and category 4")]
    [InlineData("[1,2,3,4.5]", "[1,2,3]", ":2: a bbox is not [x, y, width, height]")]
    [InlineData("[1,2,3,4.5]", "[1,-2,3,4.5]", ":2: a bbox is not [x, y, width, height]")]
    [InlineData("[1,2,3,4.5]", "[1,2,3,\"4\"]", ":2: has String where a number of a bbox is expected")]
    [InlineData("[1,2,3,4.5]", "[1,2,3,1e999]", ":2: ")]
    [InlineData("\"cat\"}", "\"cat\"},{\"id\":3,\"name\":\"dog\"}", "category 3 'dog' is there twice")]
    [InlineData("8}]", "8},{\"id\":7,\"file_name\":\"b\",\"width\":1,\"height\":1}]", "two images have the id 7")]
    [InlineData("8}]", "8},{\"id\":8,\"file_name\":\"a.jpg\",\"width\":1,\"height\":1}]", "two images have the file")]
    public void Read_damaged_file_is_an_error_with_the_line(string was, string becomes, string expected)
    {
        string text = was.Length == 0 ? "" : Sound.Replace("\r", "", StringComparison.Ordinal) + "\n";
        Assert.Contains(was, text, StringComparison.Ordinal);

        DataFileException error = Assert.Throws<DataFileException>(
            () => Read(was.Length == 0 ? "" : text.Replace(was, becomes, StringComparison.Ordinal)));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.9, 1.9, 2.2, 2.2, "0,1,3,3")]
    [InlineData(8.5, 6.5, 5, 5, "8,6,2,2")]
    [InlineData(1.1, 1.1, 0.5, 4, null)]
    [InlineData(10, 1, 4, 4, null)]
    public void Region_is_cut_at_whole_pixels_and_at_the_border(
        double x, double y, double width, double height, string? expected)
    {
        var box = new CocoBox(7, 3, x, y, width, height, IsCrowd: false);

        Assert.Equal(expected, box.Region(new CocoImage(7, "a.jpg", 10, 8))?.ToString());
    }

    private CocoAnnotations Read(string text) => CocoAnnotations.Read(_folder.Write("instances.json", text));
}
