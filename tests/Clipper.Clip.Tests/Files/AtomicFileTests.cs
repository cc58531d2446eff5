using Clipper.Clip.Files;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Clip.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WriteText_replaces_the_file_and_leaves_nothing_else()
    {
        string path = _folder.Write("a.txt", "old");

        AtomicFile.WriteText(path, "né\n");

        Assert.Equal("né\n"u8.ToArray(), File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void WriteText_makes_the_folder()
    {
        string path = _folder.Combine("x", "y", "a.txt");

        AtomicFile.WriteText(path, "text");

        Assert.Equal("text", File.ReadAllText(path));
    }

    [Fact]
    public void Write_that_fails_half_way_keeps_the_old_file()
    {
        string path = _folder.Write("a.txt", "old");

        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write("half"u8);
            throw new InvalidOperationException("killed");
        }));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Write_to_a_folder_that_is_a_file_names_the_path()
    {
        string file = _folder.Write("file", "");

        var error = Assert.Throws<DataFileException>(() => AtomicFile.WriteText(Path.Combine(file, "a.txt"), "text"));

        Assert.StartsWith(Path.Combine(file, "a.txt") + ": cannot be written", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_from_many_threads_leaves_one_whole_file()
    {
        string path = _folder.Combine("a.txt");

        Parallel.For(0, 50, i => AtomicFile.WriteText(path, new string((char)('a' + (i % 26)), 10_000)));

        string text = File.ReadAllText(path);
        Assert.Equal(10_000, text.Length);
        Assert.Single(text.Distinct());
    }

    [Fact]
    public void RemoveLeftovers_deletes_only_what_dead_processes_of_this_machine_left()
    {
        string host = Environment.MachineName;
        string dead = _folder.Write($".a.json@{host}@999999999@1.tmp", "");
        string own = _folder.Write($".a.json@{host}@{Environment.ProcessId}@1.tmp", "");
        string foreign = _folder.Write($".a.json@not-{host}@999999999@1.tmp", "");
        string other = _folder.Write(".other.tmp", "");

        AtomicFile.RemoveLeftovers(_folder.Path);

        Assert.False(File.Exists(dead));
        Assert.All([own, foreign, other], file => Assert.True(File.Exists(file)));
    }
}
