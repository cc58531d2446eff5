using System.Runtime.InteropServices;
using Clipper.Bench.Embeddings;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Embeddings;

public sealed class RowFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void CopyTo_gives_rows_in_their_order_whatever_the_order_of_writing_and_zeros_for_the_others()
    {
        using var rows = new RowFile(_folder.Path, 5, 3);
        rows.Write(3, [7, 8, 9, 10, 11, 12]);
        rows.Write(0, [1, 2, 3]);

        using var copy = new MemoryStream();
        rows.CopyTo(copy);

        float[] expected = [1, 2, 3, 0, 0, 0, 0, 0, 0, 7, 8, 9, 10, 11, 12];
        Assert.Equal(expected, MemoryMarshal.Cast<byte, float>(copy.ToArray()).ToArray());
    }

    [Fact]
    public void File_has_no_name_that_a_killed_process_could_leave_behind()
    {
        using var rows = new RowFile(_folder.Combine("new", "folder"), 5, 3);

        Assert.True(OperatingSystem.IsWindows() || !Directory.EnumerateFiles(_folder.Combine("new", "folder")).Any());
    }

    [Fact]
    public void File_in_a_place_that_is_no_folder_is_refused()
    {
        string file = _folder.Write("file", "x");

        Assert.Throws<DataFileException>(() => new RowFile(file, 5, 3));
    }
}
