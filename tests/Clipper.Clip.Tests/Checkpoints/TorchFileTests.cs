using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Clipper.Clip.Checkpoints;
using Clipper.Clip.Tests.Checkpoints.Pickles;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Clip.Tests.Checkpoints;

public sealed class TorchFileTests : IDisposable
{
    private static readonly byte[] Values =
        MemoryMarshal.AsBytes<float>(Enumerable.Range(0, 12).Select(i => (float)i).ToArray()).ToArray();

    private readonly TemporaryFolder _folder = new();

    private string At => _folder.Combine("w.pt");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0, new long[] { 3, 4 }, new long[] { 4, 1 }, new float[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 })]
    [InlineData(0, new long[] { 4, 3 }, new long[] { 1, 4 }, new float[] { 0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11 })]
    [InlineData(5, new long[] { 2, 2 }, new long[] { 4, 1 }, new float[] { 5, 6, 9, 10 })]
    [InlineData(1, new long[] { 2, 2, 2 }, new long[] { 4, 0, 2 }, new float[] { 1, 3, 1, 3, 5, 7, 5, 7 })]
    [InlineData(11, new long[0], new long[0], new float[] { 11 })]
    [InlineData(12, new long[] { 0, 3 }, new long[] { 3, 1 }, new float[0])]
    public void Read_honours_offset_and_strides(long offset, long[] shape, long[] strides, float[] expected)
    {
        Write(PickleBuilder.StateDict("w", "FloatStorage", 12, offset, shape, strides));

        using var file = TorchFile.Open(At);

        Assert.Equal(expected, file.ReadFloats("w"));
        Assert.Equal(shape, file.Tensors["w"].Shape);
        Assert.Equal("torch.save", file.Container);
    }

    [Theory]
    [InlineData("BFloat16Storage", TensorType.BF16, 24)]
    [InlineData("LongStorage", TensorType.I64, 6)]
    [InlineData("BoolStorage", TensorType.Bool, 48)]
    public void Open_knows_the_types_of_storages(string storage, TensorType type, long elements)
    {
        Write(PickleBuilder.StateDict("w", storage, elements, 0, [elements], [1]));

        using var file = TorchFile.Open(At);

        Assert.Equal(type, file.Tensors["w"].Type);
        Assert.Equal(Values, file.Bytes("w"));
    }

    [Theory]
    [InlineData(11, "states 11 elements of F32")]
    [InlineData(13, "states 13 elements of F32")]
    public void Open_storage_of_another_size_is_refused(long elements, string reason) =>
        AssertRefused(reason, () => Write(PickleBuilder.StateDict("w", "FloatStorage", elements, 0, [1], [1])));

    [Fact]
    public void Open_storage_outside_the_data_folder_is_refused()
    {
        byte[] pickle = PickleBuilder.Whole(b => b.Storage("FloatStorage", "../../../etc/passwd", 1));

        AssertRefused("has no member 'w/data/../../../etc/passwd'", () => Write(pickle));
    }

    [Theory]
    [InlineData("w/../evil", "'.' or '..' part")]
    [InlineData("/etc/passwd", "absolute name")]
    [InlineData("C:/evil", "absolute name")]
    [InlineData("w\\evil", "backslash")]
    [InlineData("w/data/0", "occurs twice")]
    [InlineData("v/data.pkl", "2 members FOLDER/data.pkl")]
    public void Open_archive_with_a_hostile_name_is_refused(string name, string reason) =>
        AssertRefused(reason, () => TorchArchiveBuilder.Write(At, [.. Members(Plain), (name, [1])]));

    [Theory]
    [InlineData("w/data/0")]
    [InlineData("w/data.pkl")]
    public void Open_deflated_tensor_is_refused(string name) =>
        AssertRefused($"packed member '{name}'", () => TorchArchiveBuilder.Write(At, Members(Plain), name));

    [Fact]
    public void Open_never_reads_deflated_code()
    {
        string code = "w/code/__torch__.py";
        TorchArchiveBuilder.Write(
            At, [.. Members(Plain), (code, new byte[100]), ("w/constants.pkl", [0x80])], code);

        using var file = TorchFile.Open(At);

        Assert.Equal("torchscript", file.Container);
    }

    [Fact]
    public void Open_big_endian_archive_is_refused() => AssertRefused(
        "big-endian", () => TorchArchiveBuilder.Write(At, [.. Members(Plain), ("w/byteorder", "big"u8.ToArray())]));

    [Fact]
    public void Open_overlapping_members_are_refused()
    {
        Write(Plain);
        byte[] bytes = File.ReadAllBytes(At);

        // The extra field of the second local header becomes so long that its content runs past the third.
        int second = Find(bytes, [0x50, 0x4b, 3, 4], Find(bytes, [0x50, 0x4b, 3, 4], 0) + 1);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(second + 28), 40);
        File.WriteAllBytes(At, bytes);

        AssertRefused("overlaps another", () => { });
    }

    [Fact]
    public void Open_file_from_before_1_6_is_refused_with_advice()
    {
        // The magic number that those files begin with.
        byte[] magic = [0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, (byte)'.'];

        AssertRefused("before PyTorch 1.6", () => File.WriteAllBytes(At, magic));
    }

    [Fact]
    public void Open_what_is_no_archive_is_refused()
    {
        AssertRefused("is not a ZIP archive", () => File.WriteAllBytes(At, new byte[1000]));
        AssertRefused("is empty", () => File.WriteAllBytes(At, []));
        AssertRefused("does not exist", () => File.Delete(At));
        AssertRefused("0 members FOLDER/data.pkl", () => TorchArchiveBuilder.Write(At, [("readme", [1])]));
    }

    [Fact]
    public void Open_hostile_archive_leaves_nothing_behind()
    {
        foreach (var (_, bytes, _) in HostilePickles.All.Take(150))
        {
            Write(bytes);
            Assert.Throws<DataFileException>(() => TorchFile.Open(At));
        }

        Assert.Equal([At], Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Open_truncated_archive_is_refused()
    {
        Write(Plain);
        byte[] whole = File.ReadAllBytes(At);
        for (int length = 0; length < whole.Length; length += 7)
        {
            File.WriteAllBytes(At, whole[..length]);
            Assert.Throws<DataFileException>(() => TorchFile.Open(At));
        }
    }

    private static byte[] Plain => PickleBuilder.StateDict("w", "FloatStorage", 12, 0, [12], [1]);

    private static (string Name, byte[] Bytes)[] Members(byte[] pickle) =>
        [("w/data.pkl", pickle), ("w/data/0", Values), ("w/version", "3\n"u8.ToArray())];

    private static int Find(byte[] bytes, byte[] pattern, int from) =>
        from + bytes.AsSpan(from).IndexOf(pattern);

    private void Write(byte[] pickle) => TorchArchiveBuilder.Write(At, Members(pickle));

    private void AssertRefused(string reason, Action write)
    {
        write();

        var error = Assert.Throws<DataFileException>(() => TorchFile.Open(At));

        Assert.StartsWith(At, error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }
}
