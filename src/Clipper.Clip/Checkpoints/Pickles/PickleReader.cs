using Clipper.Core.Errors;

namespace Clipper.Clip.Checkpoints.Pickles;

/// <summary>Reads a pickle of tensors or of byte arrays: the opcodes that <c>torch.save</c>, TorchScript and Python 2
/// write for them, and the globals of <see cref="PickleGlobal"/>. Everything else is refused by name. Nothing is
/// called, imported or looked up; nested values are never followed, so depth costs no stack.</summary>
internal sealed class PickleReader
{
    private const byte Stop = (byte)'.';
    private const int NewestProtocol = 5;
    private const int OldestProtocol = 2;

    private readonly PickleInput _input;
    private readonly PickleStack _stack;
    private readonly PickleObjects _objects;
    private readonly PickleDialect _dialect;

    private PickleReader(PickleInput input, IStorageSource storages, PickleDialect dialect)
    {
        _input = input;
        _stack = new PickleStack(input);
        _objects = new PickleObjects(input, storages);
        _dialect = dialect;
    }

    /// <summary>Reads the one value of a pickle: text, long, double, bool, <see cref="PickleNone"/>, object[] (a
    /// tuple), List of object, <see cref="PickleDictionary"/>, <see cref="PickleGlobal"/>, <see cref="TorchStorage"/>,
    /// <see cref="TorchTensor"/>, <see cref="PickledBytes"/> or <see cref="PickledArray"/>.</summary>
    /// <param name="path">The file, for errors.</param>
    /// <param name="bytes">The pickle.</param>
    /// <param name="storages">Where its storages are.</param>
    /// <param name="dialect">What it may be made of.</param>
    /// <exception cref="DataFileException">Truncated, damaged, or anything else.</exception>
    public static object Read(
        string path, ReadOnlyMemory<byte> bytes, IStorageSource storages, PickleDialect dialect)
    {
        var reader = new PickleReader(new PickleInput(path, bytes, dialect), storages, dialect);
        for (byte code = reader._input.Opcode(); code != Stop; code = reader._input.Opcode())
        {
            bool isKnown = reader.TryConstant(code) || reader.TryMemo(code) || reader.TryCollection(code)
                || reader.TryObject(code) || reader.TryBytes(code);
            if (!isKnown)
            {
                throw reader._input.Refused($"has opcode {PickleOpcodes.Describe(code)}, which {reader.Wanted} needs");
            }
        }

        return reader._stack.Result();
    }

    private string Wanted => _dialect == PickleDialect.ByteArrays ? "no array of bytes" : "no tensor";

    private bool TryConstant(byte code)
    {
        object? value = code switch
        {
            (byte)'N' => PickleNone.Value,
            0x88 => true,
            0x89 => false,
            (byte)'J' => (long)_input.Int32(),
            (byte)'K' => (long)_input.Byte(),
            (byte)'M' => (long)_input.UInt16(),
            0x8a => _input.Long(_input.Byte()),
            (byte)'G' => _input.Double(),
            (byte)'X' => _input.Text(_input.UInt32()),
            0x8c => _input.Text(_input.Byte()),
            0x8d => _input.Text(_input.Length64()),
            _ => null,
        };
        if (value is not null)
        {
            _stack.Push(value);
        }

        return value is not null;
    }

    // Python 2 has no other text than byte strings; tensors need none of them.
    private bool TryBytes(byte code)
    {
        ulong? length = (_dialect, code) switch
        {
            (PickleDialect.ByteArrays, (byte)'U' or (byte)'C') => _input.Byte(),
            (PickleDialect.ByteArrays, (byte)'T' or (byte)'B') => _input.UInt32(),
            _ => null,
        };
        if (length is not null)
        {
            _stack.Push(new PickledBytes(_input.Bytes(length.Value)));
        }

        return length is not null;
    }

    private bool TryMemo(byte code)
    {
        switch (code)
        {
            case 0x80:
                CheckProtocol(_input.Byte());
                return true;
            case 0x95:
                _input.CheckFrame(_input.Length64());
                return true;
            case (byte)'q':
                _stack.Remember(_input.Byte());
                return true;
            case (byte)'r':
                _stack.Remember(_input.UInt32());
                return true;
            case 0x94:
                _stack.RememberNext();
                return true;
            case (byte)'h':
                _stack.Recall(_input.Byte());
                return true;
            case (byte)'j':
                _stack.Recall(_input.UInt32());
                return true;
            default:
                return false;
        }
    }

    private bool TryCollection(byte code)
    {
        switch (code)
        {
            case (byte)'(':
                _stack.Mark();
                return true;
            case (byte)'a':
                Append([_stack.Pop()]);
                return true;
            case (byte)'e':
                Append(_stack.PopToMark());
                return true;
            case (byte)'s':
                SetItems(_stack.Pop(2));
                return true;
            case (byte)'u':
                SetItems(_stack.PopToMark());
                return true;
            default:
                return TryNewCollection(code);
        }
    }

    private bool TryNewCollection(byte code)
    {
        object? value = code switch
        {
            (byte)'}' => new PickleDictionary(isModule: false),
            (byte)']' => new List<object>(),
            (byte)')' => Array.Empty<object>(),
            (byte)'t' => _stack.PopToMark(),
            0x85 => _stack.Pop(1),
            0x86 => _stack.Pop(2),
            0x87 => _stack.Pop(3),
            _ => null,
        };
        if (value is not null)
        {
            _stack.Push(value);
        }

        return value is not null;
    }

    private bool TryObject(byte code)
    {
        switch (code)
        {
            case (byte)'c':
                Global(_input.Line(), _input.Line());
                return true;
            case 0x93:
                string name = _stack.Pop<string>("the name of a global");
                Global(_stack.Pop<string>("the module of a global"), name);
                return true;
            case (byte)'R':
                Call(_objects.Call);
                return true;
            case 0x81:
                Call(_objects.New);
                return true;
            case (byte)'b':
                object state = _stack.Pop();
                _objects.Build(_stack.Top, state);
                return true;
            case (byte)'Q':
                _stack.Push(_objects.Storage(_stack.Pop()));
                return true;
            default:
                return false;
        }
    }

    private void CheckProtocol(byte protocol)
    {
        if (protocol is < OldestProtocol or > NewestProtocol)
        {
            throw _input.Refused(
                $"is of protocol {protocol}; {OldestProtocol} to {NewestProtocol} are read");
        }
    }

    private void Global(string module, string name) =>
        _stack.Push(PickleGlobal.Find(module, name, _dialect)
            ?? throw _input.Refused(
                $"refers to '{PickleObjects.Printable($"{module}.{name}")}', which {Wanted} needs"));

    private void Call(Func<PickleGlobal, object[], object> make)
    {
        object[] arguments = _stack.Pop<object[]>("a tuple of arguments");
        _stack.Push(make(_stack.Pop<PickleGlobal>("a global to call"), arguments));
    }

    private void Append(object[] values)
    {
        if (_stack.Top is not List<object> list)
        {
            throw _input.Refused("appends to what is no list");
        }

        list.AddRange(values);
    }

    private void SetItems(object[] items)
    {
        if (_stack.Top is not PickleDictionary { IsModule: false } dictionary || items.Length % 2 != 0)
        {
            throw _input.Refused("sets items of what is no dictionary, or a key without a value");
        }

        for (int i = 0; i < items.Length; i += 2)
        {
            dictionary.Add(items[i], items[i + 1]);
        }
    }
}
