using System.Buffers.Binary;
using System.Text;

namespace Clipper.Clip.Tests.Checkpoints.Pickles;

/// <summary>Writes pickles opcode by opcode, honest and hostile ones.</summary>
internal sealed class PickleBuilder
{
    private readonly List<byte> _bytes = [];

    public byte[] Bytes => [.. _bytes];

    /// <summary>A pickle of protocol 2 that ends.</summary>
    public static byte[] Whole(Action<PickleBuilder> body)
    {
        var builder = new PickleBuilder().Op(0x80, 2);
        body(builder);
        return builder.Op('.').Bytes;
    }

    /// <summary>A state dict of one tensor.</summary>
    public static byte[] StateDict(
        string name, string storage, long elements, long offset, long[] shape, long[] strides) =>
        Whole(b => b.Op('}').Text(name).Tensor(storage, elements, offset, shape, strides).Op('s'));

    public PickleBuilder Op(params int[] bytes)
    {
        _bytes.AddRange(bytes.Select(b => (byte)b));
        return this;
    }

    public PickleBuilder Line(string text)
    {
        _bytes.AddRange(Encoding.UTF8.GetBytes(text + "\n"));
        return this;
    }

    public PickleBuilder Raw(long value, int size)
    {
        var wide = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(wide, value);
        _bytes.AddRange(wide[..size]);
        return this;
    }

    public PickleBuilder Text(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        Op('X').Raw(utf8.Length, 4);
        _bytes.AddRange(utf8);
        return this;
    }

    public PickleBuilder Number(long value) => Op(0x8a, 8).Raw(value, 8);

    public PickleBuilder Global(string module, string name) => Op('c').Line(module).Line(name);

    public PickleBuilder Numbers(long[] values)
    {
        Op('(');
        foreach (long value in values)
        {
            Number(value);
        }

        return Op('t');
    }

    public PickleBuilder Storage(string type, string key, long elements) =>
        Op('(').Text("storage").Global("torch", type).Text(key).Text("cpu").Number(elements).Op('t', 'Q');

    public PickleBuilder Tensor(string storage, long elements, long offset, long[] shape, long[] strides) =>
        Global("torch._utils", "_rebuild_tensor_v2").Op('(').Storage(storage, "0", elements).Number(offset)
            .Numbers(shape).Numbers(strides).Op(0x89).Global("collections", "OrderedDict").Op(')', 'R').Op('t', 'R');
}
