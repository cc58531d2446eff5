using System.Buffers.Binary;
using Clipper.Clip.Checkpoints;
using Clipper.Testing;

namespace Clipper.Clip.Tests.Checkpoints;

public sealed class SafetensorsWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Save_then_open_gives_back_tensors_and_metadata()
    {
        string path = _folder.Combine("new", "file.safetensors");

        Filled(reversed: false).Save(path);

        using var file = SafetensorsFile.Open(path);
        Assert.Equal(["", "b \"é\" 字", "scalar"], file.Tensors.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([1.5f, float.NegativeInfinity, -0f, 4f], file.ReadFloats("b \"é\" 字"));
        Assert.Equal([2L, 2L], file.Tensors["b \"é\" 字"].Shape);
        Assert.Empty(file.Tensors["scalar"].Shape);
        Assert.Equal("line\n<é>", file.Metadata["note"]);
    }

    [Fact]
    public void Save_order_of_adding_does_not_change_the_bytes()
    {
        Filled(reversed: false).Save(_folder.Combine("1"));
        Filled(reversed: true).Save(_folder.Combine("2"));

        Assert.Equal(File.ReadAllBytes(_folder.Combine("1")), File.ReadAllBytes(_folder.Combine("2")));
    }

    [Fact]
    public void Save_data_begin_at_a_multiple_of_eight()
    {
        for (int length = 1; length <= 16; length++)
        {
            string path = _folder.Combine("file");
            new SafetensorsWriter().Add(new string('n', length), new byte[1], 1).Save(path);

            Assert.Equal(0ul, BinaryPrimitives.ReadUInt64LittleEndian(File.ReadAllBytes(path)) % 8);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[", "\"a\"", ",\"b\\\\\"", "]")]
    [InlineData("字", "", "\u0001<é>", "😀", "\n")]
    public void Metadata_in_pieces_gives_the_bytes_of_the_joined_text(params string[] pieces)
    {
        using MemoryStream joined = new();
        using MemoryStream apart = new();

        Filled(reversed: false).WithMetadata("long", string.Concat(pieces)).WriteTo(joined);
        Filled(reversed: false).WithMetadata("long", pieces.AsEnumerable()).WriteTo(apart);

        Assert.Equal(joined.ToArray(), apart.ToArray());
        string path = _folder.Combine("file");
        File.WriteAllBytes(path, apart.ToArray());
        using var file = SafetensorsFile.Open(path);
        Assert.Equal(string.Concat(pieces), file.Metadata["long"]);
    }

    [Fact]
    public void Metadata_in_pieces_is_never_in_memory_as_a_whole()
    {
        const int pieces = 1_000_000;
        SafetensorsWriter writer = new SafetensorsWriter().WithMetadata("long", Enumerable.Repeat("\"name\",", pieces));

        long before = GC.GetAllocatedBytesForCurrentThread();
        writer.WriteTo(Stream.Null);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(allocated < pieces, $"{allocated} bytes");
    }

    [Fact]
    public void Save_leaves_no_other_file_behind()
    {
        Filled(reversed: false).Save(_folder.Combine("file"));
        Filled(reversed: false).Save(_folder.Combine("file"));

        Assert.Equal([_folder.Combine("file")], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Add_shape_that_does_not_fit_or_name_taken_is_refused()
    {
        var writer = new SafetensorsWriter().Add("a", new float[6], 2, 3);

        Assert.Throws<ArgumentException>(() => writer.Add("b", new float[5], 2, 3));
        Assert.Throws<ArgumentException>(() => writer.Add("a", new float[6], 2, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Add("c", new float[6], -2, -3));
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Add("__metadata__", new float[6], 2, 3));
    }

    private static SafetensorsWriter Filled(bool reversed)
    {
        Action<SafetensorsWriter>[] steps =
        [
            writer => writer.Add("b \"é\" 字", new[] { 1.5f, float.NegativeInfinity, -0f, 4f }, 2, 2),
            writer => writer.Add("", new byte[] { 7, 8, 9 }, 3),
            writer => writer.Add("scalar", TensorType.F16, new byte[] { 0, 0x3C }),
            writer => writer.WithMetadata("note", "line\n<é>"),
            writer => writer.WithMetadata("format", "pt"),
        ];
        var writer = new SafetensorsWriter();
        foreach (var step in reversed ? [.. steps.Reverse()] : steps)
        {
            step(writer);
        }

        return writer;
    }
}
