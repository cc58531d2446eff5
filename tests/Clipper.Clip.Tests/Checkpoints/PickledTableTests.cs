using Clipper.Clip.Checkpoints;
using Clipper.Clip.Tests.Checkpoints.Pickles;
using Clipper.Core.Errors;
using Clipper.Testing;
using Clipper.Testing.Official;

namespace Clipper.Clip.Tests.Checkpoints;

public sealed class PickledTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_gives_arrays_integers_and_texts()
    {
        PickledTable table = Read(Python2Pickle.Of(
            ("data", new byte[][] { [1, 2, 3], [4, 5, 255] }), ("labels", new[] { 9, 300 }),
            ("names", new[] { "a", "b" })));

        (ReadOnlyMemory<byte> values, IReadOnlyList<long> shape) = table.Bytes("data");
        Assert.Equal([1, 2, 3, 4, 5, 255], values.ToArray());
        Assert.Equal([2, 3], shape);
        Assert.Equal([9, 300], table.Integers("labels"));
        Assert.Equal(["a", "b"], table.Texts("names"));
    }

    [Fact]
    public void Read_missing_or_other_value_names_what_is_there()
    {
        PickledTable table = Read(Python2Pickle.Of(("labels", new[] { 1 }), ("names", new[] { "a" })));

        Assert.Contains(
            "no 'data' that is an array of bytes. It has: labels, names.",
            Assert.Throws<DataFileException>(() => table.Bytes("data")).Message, StringComparison.Ordinal);
        Assert.Throws<DataFileException>(() => table.Texts("labels"));
        Assert.Throws<DataFileException>(() => table.Integers("names"));
    }

    [Fact]
    public void Read_refuses_every_pickle_that_is_hostile_to_tensors()
    {
        foreach ((string name, byte[] bytes, string _) in HostilePickles.All)
        {
            Exception? error = Record.Exception(() => Read(bytes));
            Assert.True(error is null or DataFileException, $"{name}: {error}");
        }
    }

    [Theory]
    [InlineData("os", "system")]
    [InlineData("numpy", "load")]
    [InlineData("numpy.core.multiarray", "scalar")]
    [InlineData("_codecs", "encode")]
    [InlineData("collections", "OrderedDict")]
    [InlineData("torch._utils", "_rebuild_tensor_v2")]
    [InlineData("__builtin__", "eval")]
    public void Read_other_global_is_refused_by_name(string module, string name)
    {
        byte[] bytes = PickleBuilder.Whole(b => b.Op('}').Text("a").Global(module, name).Op('s'));

        Assert.Contains(
            $"refers to '{module}.{name}'", Assert.Throws<DataFileException>(() => Read(bytes)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Read_array_whose_shape_or_type_lies_is_refused()
    {
        byte[] honest = Python2Pickle.Of(("data", new byte[][] { [1, 2, 3], [4, 5, 6] }));
        int shape = honest.AsSpan().IndexOf("K\x02K\x03"u8);
        byte[] wrongShape = [.. honest];
        wrongShape[shape + 1] = 3;
        byte[] wrongType = [.. honest];
        wrongType[honest.AsSpan().IndexOf("u1K"u8)] = (byte)'f';

        Assert.Contains("no array of bytes", Refusal(wrongShape), StringComparison.Ordinal);
        Assert.Contains("ElementType", Refusal(wrongType), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_any_damage_is_an_error_or_a_table()
    {
        byte[] honest = Python2Pickle.Of(("data", new byte[][] { [1, 2], [4, 5] }), ("labels", new[] { 1, 2 }));
        for (int i = 0; i < honest.Length; i++)
        {
            foreach (byte value in new byte[] { 0, 1, (byte)'R', 0x7F, 0xFF, (byte)(honest[i] ^ 4) })
            {
                byte[] changed = [.. honest];
                changed[i] = value;
                Exception? error = Record.Exception(() => Read(changed));
                Assert.True(error is null or DataFileException, $"byte {i} = {value}: {error}");
            }

            Assert.Throws<DataFileException>(() => Read(honest[..i]));
        }
    }

    private string Refusal(byte[] bytes) => Assert.Throws<DataFileException>(() => Read(bytes)).Message;

    private PickledTable Read(byte[] bytes)
    {
        string path = _folder.Combine("batch");
        File.WriteAllBytes(path, bytes);
        return PickledTable.Read(path);
    }
}
