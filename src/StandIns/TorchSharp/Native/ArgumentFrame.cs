using System.Runtime.InteropServices;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>
/// Lays arguments out for one native call: values, and a scratch area of 8-byte cells for lists and text. Native
/// handles are held from <see cref="Fill"/> until <see cref="Release"/>, so that no thread can free them meanwhile.
/// </summary>
internal unsafe ref struct ArgumentFrame
{
    private readonly ReadOnlySpan<Argument> _arguments;
    private int _held;

    internal ArgumentFrame(ReadOnlySpan<Argument> arguments) => _arguments = arguments;

    /// <summary>Cells of scratch that lists and text need.</summary>
    internal readonly int Cells
    {
        get
        {
            var cells = 0;
            foreach (ref readonly var argument in _arguments) cells += CellsOf(argument.Held);
            return cells;
        }
    }

    /// <summary>Fills the values; pinned memory of at least <see cref="Cells"/> cells must outlive the call.</summary>
    internal void Fill(NativeValue* values, long* cells)
    {
        for (var i = 0; i < _arguments.Length; i++)
        {
            ref readonly var argument = ref _arguments[i];
            values[i] = new NativeValue { Kind = argument.Kind, Integer = argument.Bits };
            if (argument.Held is { } held) cells += Place(held, ref values[i], cells);
        }
    }

    /// <summary>Lets go of every handle that <see cref="Fill"/> took, also after it failed midway.</summary>
    internal void Release()
    {
        foreach (ref readonly var argument in _arguments)
        {
            if (argument.Held is Tensor tensor) ReleaseOne(tensor);
            else if (argument.Held is Tensor?[] tensors) foreach (var one in tensors) ReleaseOne(one);
        }
    }

    private static int CellsOf(object? held) => held switch
    {
        Array array => array.Length,
        string text => (Encoding.UTF8.GetMaxByteCount(text.Length) + 7) / 8,
        _ => 0,
    };

    private int Place(object held, ref NativeValue value, long* cells)
    {
        switch (held)
        {
            case Tensor tensor:
                value.Integer = Hold(tensor);
                return 0;
            case Device device:
                value.Count = (int)device.type;
                value.Integer = device.index;
                return 0;
            case Generator generator:
                value.Integer = generator.Handle;
                return 0;
        }

        value.Pointer = cells;
        var area = new Span<long>(cells, CellsOf(held));
        value.Count = held is string text ? PlaceText(text, area) : PlaceList(held, area);
        return area.Length;
    }

    private int PlaceList(object held, Span<long> area)
    {
        if (held is long[] integers) integers.CopyTo(area);
        else if (held is double[] reals) reals.CopyTo(MemoryMarshal.Cast<long, double>(area));
        else PlaceTensors((Tensor?[])held, area);
        return area.Length;
    }

    private void PlaceTensors(Tensor?[] tensors, Span<long> area)
    {
        for (var i = 0; i < tensors.Length; i++) area[i] = tensors[i] is { } tensor ? Hold(tensor) : 0;
    }

    private static int PlaceText(string text, Span<long> area) =>
        Encoding.UTF8.GetBytes(text, MemoryMarshal.AsBytes(area));

    private nint Hold(Tensor tensor)
    {
        var handle = tensor.Hold();
        _held++;
        return handle;
    }

    private void ReleaseOne(Tensor? tensor)
    {
        if (tensor is null || _held == 0) return;
        _held--;
        tensor.LetGo();
    }
}
