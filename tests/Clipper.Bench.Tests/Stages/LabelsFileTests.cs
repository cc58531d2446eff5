using Clipper.Bench.Stages;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Stages;

public sealed class LabelsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Labels_are_split_at_semicolons_and_lines_counted()
    {
        LabelsFile file = Read("id,labels\na.png,cat;dog\n\"b,1.png\",\n");

        Assert.False(file.IsByRow);
        Assert.Equal(["cat", "dog"], file.Rows[0].Labels);
        Assert.Equal(("b,1.png", 0, 3), (file.Rows[1].Id, file.Rows[1].Labels.Count, file.Rows[1].Line));
        Assert.Same(file.Rows[0], file.Find("a.png"));
        Assert.Null(file.Find("c.png"));
    }

    [Theory]
    [InlineData("\uFEFFid,labels\r\na,x\r\n")]
    [InlineData("labels,id,note\nx,a,anything\n")]
    public void Byte_order_mark_line_ends_and_column_order_do_not_matter(string text)
    {
        LabelsFile file = Read(text);

        Assert.Equal(("a", "x"), (file.Rows[0].Id, file.Rows[0].Labels[0]));
    }

    [Fact]
    public void Row_numbers_are_brought_to_one_form()
    {
        LabelsFile file = Read("row,labels\n007,x\n");

        Assert.True(file.IsByRow);
        Assert.Equal("7", file.Rows[0].Id);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("a.png,cat\n", "line 1: expected the header 'id,labels'")]
    [InlineData("id,label\na,b\n", "got 'id,label'")]
    [InlineData("id,labels\na,x\na,y\n", "line 3: 'a' is there twice, first on line 2.")]
    [InlineData("id,labels\n,x\n", "line 2: the id is empty.")]
    [InlineData("id,labels\na,x,y\n", "line 2: has 3 fields; the header 'id,labels' has 2.")]
    [InlineData("id,labels\na,x;;y\n", "line 2: 'x;;y' has an empty label")]
    [InlineData("id,labels\na,x;x\n", "line 2: 'x;x' has a label twice.")]
    [InlineData("id,labels\na,x\"y\n", "line 2: has a stray quote")]
    [InlineData("row,labels\n-1,x\n", "line 2: '-1' is not a row number")]
    public void Broken_file_is_refused_with_its_line(string text, string problem)
    {
        var error = Assert.Throws<DataFileException>(() => Read(text));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_not_utf8_is_refused()
    {
        string path = _folder.Combine("latin.csv");
        File.WriteAllBytes(path, [.. "id,labels\na,"u8, 0xE9, (byte)'\n']);

        var error = Assert.Throws<DataFileException>(() => LabelsFile.Read(path));

        Assert.Contains("is not UTF-8", error.Message, StringComparison.Ordinal);
    }

    private LabelsFile Read(string text) => LabelsFile.Read(_folder.Write("labels.csv", text));
}
