using Clipper.Bench.Files;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Files;

public sealed class SealedJsonTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_gives_what_was_written()
    {
        string path = _folder.Combine("a.json");
        var value = new Note("é \"}", [1, 2], new("inner", [], null));

        SealedJson.Write(path, value);

        Note read = SealedJson.Read<Note>(path);
        Assert.Equal(value.Text, read.Text);
        Assert.Equal(value.Numbers, read.Numbers);
        Assert.Equal("inner", read.Next?.Text);
        Assert.EndsWith("\"\n}\n", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_any_flipped_bit_or_cut_is_refused()
    {
        string path = _folder.Combine("a.json");
        SealedJson.Write(path, new Note("text", [1, 2, 3], null));
        byte[] bytes = File.ReadAllBytes(path);

        for (int i = 0; i < bytes.Length; i++)
        {
            byte[] changed = [.. bytes];
            changed[i] ^= (byte)(1 << (i % 8));
            File.WriteAllBytes(path, changed);
            Assert.Throws<DataFileException>(() => SealedJson.Read<Note>(path));
            File.WriteAllBytes(path, bytes[..i]);
            Assert.Throws<DataFileException>(() => SealedJson.Read<Note>(path));
        }

        File.WriteAllBytes(path, [.. bytes, (byte)'\n']);
        Assert.Throws<DataFileException>(() => SealedJson.Read<Note>(path));
    }

    [Fact]
    public void Read_of_another_kind_names_the_members_that_are_missing()
    {
        string path = _folder.Combine("a.json");
        SealedJson.Write(path, new { Text = "a", Next = (Note?)null });

        var error = Assert.Throws<DataFileException>(() => SealedJson.Read<Note>(path));

        Assert.Contains("not the members that this version writes (missing required", error.Message,
            StringComparison.Ordinal);
        Assert.Contains("'numbers'", error.Message, StringComparison.Ordinal);
    }

    private sealed record Note(string Text, IReadOnlyList<int> Numbers, Note? Next);
}
