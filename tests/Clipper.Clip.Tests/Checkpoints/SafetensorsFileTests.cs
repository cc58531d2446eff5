using System.Security.Cryptography;
using Clipper.Clip.Checkpoints;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Clip.Tests.Checkpoints;

public sealed class SafetensorsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_missing_file_is_refused_by_name()
    {
        string path = _folder.Combine("none.safetensors");

        var error = Assert.Throws<DataFileException>(() => SafetensorsFile.Open(path));

        Assert.Equal(path, error.Path);
    }

    [Fact]
    public void Open_refused_file_can_be_deleted_and_written_again()
    {
        string path = _folder.Write("broken.safetensors", "not a safetensors file at all");
        Assert.Throws<DataFileException>(() => SafetensorsFile.Open(path));

        new SafetensorsWriter().Add("a", new byte[] { 1 }, 1).Save(path);

        using var file = SafetensorsFile.Open(path);
        Assert.Equal([1], file.Bytes("a").ToArray());
    }

    [Fact]
    public void Bytes_unknown_tensor_is_refused_by_name()
    {
        using var file = Save(new SafetensorsWriter().Add("a", new byte[] { 1 }, 1));

        var error = Assert.Throws<DataFileException>(() => file.Bytes("b").Length);

        Assert.Contains("'b'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadFloats_type_that_holds_no_numbers_is_refused_by_name()
    {
        using var file = Save(new SafetensorsWriter().Add("a", TensorType.F8E4M3, new byte[] { 1 }, 1));

        var error = Assert.Throws<DataFileException>(() => file.ReadFloats("a"));

        Assert.Contains("F8_E4M3", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TensorType.Bool, new byte[] { 0, 1 }, new double[] { 0, 1 })]
    [InlineData(TensorType.I8, new byte[] { 255, 127 }, new double[] { -1, 127 })]
    [InlineData(TensorType.U16, new byte[] { 255, 255 }, new double[] { 65535 })]
    [InlineData(TensorType.I16, new byte[] { 255, 255 }, new double[] { -1 })]
    [InlineData(TensorType.I32, new byte[] { 0, 0, 0, 128 }, new double[] { -2147483648d })]
    [InlineData(TensorType.U32, new byte[] { 255, 255, 255, 255 }, new double[] { 4294967295d })]
    [InlineData(TensorType.I64, new byte[] { 255, 255, 255, 255, 255, 255, 255, 255 }, new double[] { -1 })]
    [InlineData(TensorType.U64, new byte[] { 0, 0, 0, 0, 0, 0, 0, 128 }, new double[] { 9223372036854775808d })]
    [InlineData(TensorType.F16, new byte[] { 0x00, 0x3E }, new double[] { 1.5 })]
    [InlineData(TensorType.BF16, new byte[] { 0xC0, 0x3F }, new double[] { 1.5 })]
    [InlineData(TensorType.F64, new byte[] { 0, 0, 0, 0, 0, 0, 0xF8, 0x3F }, new double[] { 1.5 })]
    public void Read_every_plain_type_gives_its_numbers(TensorType type, byte[] bytes, double[] expected)
    {
        using var file = Save(new SafetensorsWriter().Add("a", type, bytes, expected.Length));

        Assert.Equal(expected, file.ReadDoubles("a"));
        Assert.Equal(Array.ConvertAll(expected, value => (float)value), file.ReadFloats("a"));
    }

    [Fact]
    public void ComputeSha256_is_that_of_the_whole_file()
    {
        using var file = Save(new SafetensorsWriter().Add("a", new byte[12345], 12345));

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file.Path))), file.ComputeSha256());
    }

    [Fact]
    public void Bytes_after_disposal_is_refused()
    {
        var file = Save(new SafetensorsWriter().Add("a", new byte[] { 1 }, 1));
        file.Dispose();
        file.Dispose();

        Assert.Throws<ObjectDisposedException>(() => file.Bytes("a").Length);
    }

    private SafetensorsFile Save(SafetensorsWriter writer)
    {
        string path = _folder.Combine("file.safetensors");
        writer.Save(path);
        return SafetensorsFile.Open(path);
    }
}
