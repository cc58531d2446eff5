namespace Clipper.Clip.Tests.Checkpoints.Pickles;

/// <summary>Pickles that Python would run, or that would take all memory, with a part of the message that refuses
/// each.</summary>
internal static class HostilePickles
{
    private const string Needless = "which no tensor needs";

    public static IReadOnlyList<(string Name, byte[] Bytes, string Message)> All { get; } =
    [
        .. Calls(), .. Opcodes(), .. PersistentIds(), .. Lengths(), .. Stacks(), .. Tensors(),
    ];

    private static IEnumerable<(string Name, byte[] Bytes, string Message)> Calls()
    {
        (string Module, string Name)[] globals =
        [
            ("os", "system"), ("posix", "system"), ("nt", "system"), ("subprocess", "Popen"), ("builtins", "eval"),
            ("builtins", "exec"), ("__builtin__", "eval"), ("builtins", "getattr"), ("builtins", "__import__"),
            ("torch", "load"), ("torch.serialization", "_legacy_load"), ("torch.storage", "_load_from_bytes"),
            ("torch", "FloatStorage.from_file"), ("torch._utils", "_rebuild_tensor"), ("torch.hub", "load"),
            ("collections", "OrderedDict.__init__"), ("collections", "defaultdict"), ("numpy", "load"),
            ("torch", "UnknownStorage"), ("torch", "Storage"), ("__torch__.evil", "Node"), ("pickle", "loads"),
            ("torch.jit._pickle", "restore_type_tag"), ("webbrowser", "open"), ("", ""),
        ];
        foreach (var (module, name) in globals)
        {
            yield return ($"GLOBAL {module}.{name}", PickleBuilder.Whole(b =>
                b.Global(module, name).Text("touch /tmp/owned").Op(0x85, 'R')), $"'{module}.{name}', {Needless}");
            yield return ($"STACK_GLOBAL {module}.{name}", PickleBuilder.Whole(b =>
                b.Text(module).Text(name).Op(0x93).Op(')', 'R')), $"'{module}.{name}', {Needless}");
            yield return ($"INST {module}.{name}", PickleBuilder.Whole(b =>
                b.Op('(').Text("x").Op('i').Line(module).Line(name)), $"INST (0x69), {Needless}");
            yield return ($"OBJ {module}.{name}", PickleBuilder.Whole(b =>
                b.Op('(').Global(module, name).Op('o')), Needless);
            yield return ($"NEWOBJ {module}.{name}", PickleBuilder.Whole(b =>
                b.Global(module, name).Op(')', 0x81)), Needless);
        }

        yield return ("OBJ of a known global", PickleBuilder.Whole(b =>
            b.Op('(').Global("collections", "OrderedDict").Op('o')), "OBJ (0x6f)");
        yield return ("NEWOBJ of a known global", PickleBuilder.Whole(b =>
            b.Global("collections", "OrderedDict").Op(')', 0x81)), "creates OrderedDictionary");
        yield return ("REDUCE of a text",
            PickleBuilder.Whole(b => b.Text("os.system").Op(')', 'R')), "a global to call");
        yield return ("REDUCE of a storage type", PickleBuilder.Whole(b =>
            b.Global("torch", "FloatStorage").Op(')', 'R')), "calls Storage with 0 arguments");
        yield return ("REDUCE without a tuple", PickleBuilder.Whole(b =>
            b.Global("collections", "OrderedDict").Text("x").Op('R')), "a tuple of arguments");
        yield return ("OrderedDict of items", PickleBuilder.Whole(b =>
            b.Global("collections", "OrderedDict").Op(']', 0x85, 'R')), "calls OrderedDictionary with 1 arguments");
        yield return ("BUILD of a global", PickleBuilder.Whole(b =>
            b.Global("collections", "OrderedDict").Op('}', 'b')), "sets the state");
        yield return ("BUILD with __setstate__ text",
            PickleBuilder.Whole(b => b.Op('}').Text("x").Op('b')), "sets the state");
    }

    private static IEnumerable<(string Name, byte[] Bytes, string Message)> Opcodes()
    {
        byte[] known = [.. "NJKMGX()}]tasueqrhjcRbQ."u8];
        int[] alsoKnown =
            [0x80, 0x81, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8c, 0x8d, 0x93, 0x94, 0x95];
        foreach (int code in Enumerable.Range(0, 256).Except(known.Select(b => (int)b)).Except(alsoKnown))
        {
            yield return ($"opcode 0x{code:x2}",
                PickleBuilder.Whole(b => b.Op(code, 1, 0, 0, 0)), $"(0x{code:x2}), {Needless}");
        }

        foreach (int protocol in new[] { 0, 1, 6, 255 })
        {
            yield return ($"protocol {protocol}",
                [0x80, (byte)protocol, (byte)'N', (byte)'.'], $"protocol {protocol};");
        }
    }

    private static IEnumerable<(string Name, byte[] Bytes, string Message)> PersistentIds()
    {
        const string message = "a persistent id that is no storage";
        yield return ("id is text", PickleBuilder.Whole(b => b.Text("../../etc/passwd").Op('Q')), message);
        yield return ("id is a call", PickleBuilder.Whole(b =>
            b.Op('(').Text("module").Text("os").Text("system").Op('t', 'Q')), message);
        yield return ("id has a negative count", PickleBuilder.Whole(b => b.Storage("FloatStorage", "0", -1)), message);
        yield return ("id has the wrong kind of global", PickleBuilder.Whole(b =>
            b.Op('(').Text("storage").Global("collections", "OrderedDict").Text("0").Text("cpu").Number(1)
                .Op('t', 'Q')),
            message);
        yield return ("id has a view", PickleBuilder.Whole(b =>
            b.Op('(').Text("storage").Global("torch", "FloatStorage").Text("0").Text("cpu").Number(1)
                .Op('N', 't', 'Q')),
            message);
        yield return ("storage larger than the file", PickleBuilder.Whole(b =>
            b.Storage("DoubleStorage", "0", long.MaxValue)), "storage '0'");
    }

    private static IEnumerable<(string Name, byte[] Bytes, string Message)> Lengths()
    {
        yield return ("BINUNICODE of 4 GB",
            PickleBuilder.Whole(b => b.Op('X').Raw(uint.MaxValue, 4)), "needs 4294967295 bytes");
        yield return ("BINUNICODE8 of 2^63",
            PickleBuilder.Whole(b => b.Op(0x8d).Raw(long.MaxValue, 8)), "needs 9223372036854775807");
        yield return ("BINUNICODE8 of 2^64-1",
            PickleBuilder.Whole(b => b.Op(0x8d).Raw(-1, 8)), "needs 18446744073709551615");
        yield return ("FRAME of 2^64-1", PickleBuilder.Whole(b => b.Op(0x95).Raw(-1, 8)), "declares a frame of");
        yield return ("LONG1 of 255 bytes", PickleBuilder.Whole(b => b.Op(0x8a, 255)), "an integer of 255 bytes");
        yield return ("text that is not UTF-8", PickleBuilder.Whole(b => b.Op(0x8c, 1, 0xFF)), "not UTF-8");
        yield return ("global without an end", PickleBuilder.Whole(b => b.Op('c')), "without an end");
        yield return ("nothing", [], "truncated");
        byte[] whole = PickleBuilder.StateDict("w", "FloatStorage", 4, 0, [2, 2], [2, 1]);
        foreach (int length in Enumerable.Range(1, whole.Length - 1))
        {
            yield return ($"cut after {length} bytes", whole[..length], "");
        }
    }

    private static IEnumerable<(string Name, byte[] Bytes, string Message)> Stacks()
    {
        yield return ("empty stack", PickleBuilder.Whole(_ => { }), "ends with 0 values");
        yield return ("two values", PickleBuilder.Whole(b => b.Op('N', 'N')), "ends with 2 values");
        yield return ("tuple from below the mark", PickleBuilder.Whole(b => b.Op('N', '(', 0x85)), "empty stack");
        yield return ("no mark", PickleBuilder.Whole(b => b.Op('t')), "lacks a mark");
        yield return ("memo never stored", PickleBuilder.Whole(b => b.Op('h', 7)), "recalls value 7");
        yield return ("memo number of 2^32-1, no value", PickleBuilder.Whole(b => b.Op('r').Raw(-1, 4)), "empty stack");
        yield return ("append to a tuple", PickleBuilder.Whole(b => b.Op(')', 'N', 'a')), "no list");
        yield return ("key without a value",
            PickleBuilder.Whole(b => b.Op('}', '(', 'N', 'u')), "a key without a value");
        yield return ("marks without an end",
            PickleBuilder.Whole(b => b.Op([.. Enumerable.Repeat((int)'(', 9999)])), "9999 marks");
    }

    private static IEnumerable<(string Name, byte[] Bytes, string Message)> Tensors()
    {
        (string Name, long Offset, long[] Shape, long[] Strides)[] views =
        [
            ("outside", 0, [2, 3], [3, 1]), ("offset outside", 4, [1], [1]), ("negative offset", -1, [1], [1]),
            ("negative stride", 3, [4], [-1]), ("negative length", 0, [-1], [1]), ("ranks differ", 0, [2, 2], [2]),
            ("expanded", 0, [1L << 40], [0]), ("overflowing count", 0, [1L << 32, 1L << 32], [0, 0]),
            ("overflowing end", 0, [2], [long.MaxValue]), ("overflowing everything", long.MaxValue,
                [long.MaxValue, long.MaxValue, long.MaxValue], [long.MaxValue, long.MaxValue, long.MaxValue]),
            ("too many dimensions", 0, [.. Enumerable.Repeat(1L, 17)], [.. Enumerable.Repeat(1L, 17)]),
        ];
        foreach (var (name, offset, shape, strides) in views)
        {
            yield return ($"view {name}",
                PickleBuilder.StateDict("w", "FloatStorage", 4, offset, shape, strides), "has a tensor that");
        }
    }
}
