using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>
/// Calls ATen operators. Arguments stand in the order of the operator's schema; those left out at the end take the
/// schema's defaults.
/// </summary>
internal static unsafe class Aten
{
    private const int StackCells = 64;

    /// <summary>Calls an operator that returns one tensor.</summary>
    internal static Tensor One(string name, params ReadOnlySpan<Argument> arguments) =>
        new((nint)Single(Call(name, arguments)).Integer);

    /// <summary>Calls an operator that returns two tensors, such as values and indices.</summary>
    internal static (Tensor, Tensor) Two(string name, params ReadOnlySpan<Argument> arguments)
    {
        var results = Many(name, arguments);
        return (results[0], results[1]);
    }

    /// <summary>Calls an operator that returns any number of tensors.</summary>
    internal static Tensor[] Many(string name, params ReadOnlySpan<Argument> arguments)
    {
        var results = Call(name, arguments);
        var tensors = new Tensor[results.Length];
        for (var i = 0; i < tensors.Length; i++) tensors[i] = new Tensor((nint)results[i].Integer);
        return tensors;
    }

    /// <summary>Calls an operator that returns an integer.</summary>
    internal static long Integer(string name, params ReadOnlySpan<Argument> arguments) =>
        Single(Call(name, arguments)).Integer;

    /// <summary>
    /// Calls an operator for its effect on <paramref name="self"/>, its first argument, and returns that.
    /// </summary>
    internal static Tensor InPlace(string name, Tensor self, params ReadOnlySpan<Argument> rest)
    {
        Argument[] arguments = [self, .. rest];
        foreach (var result in Call(name, arguments))
        {
            if (result.Kind == NativeKind.Tensor) NativeMethods.clipper_tensor_free((nint)result.Integer);
        }

        return self;
    }

    /// <summary>Calls an operator that returns nothing.</summary>
    internal static void Run(string name, params ReadOnlySpan<Argument> arguments) => Call(name, arguments);

    private static NativeValue Single(ReadOnlySpan<NativeValue> results) =>
        results.Length == 1
            ? results[0]
            : throw new ExternalException($"An operator returned {results.Length} values where one was expected.");

    // The results are valid until this thread's next call; the caller takes the tensors among them at once.
    private static ReadOnlySpan<NativeValue> Call(string name, ReadOnlySpan<Argument> arguments)
    {
        var handle = Operator.Find(name);
        var frame = new ArgumentFrame(arguments);
        var cells = frame.Cells;
        var values = stackalloc NativeValue[arguments.Length];
        if (cells <= StackCells)
        {
            var few = stackalloc long[StackCells];
            return Call(handle, ref frame, values, arguments.Length, few);
        }

        fixed (long* many = new long[cells]) return Call(handle, ref frame, values, arguments.Length, many);
    }

    private static ReadOnlySpan<NativeValue> Call(
        nint handle, scoped ref ArgumentFrame frame, NativeValue* values, int count, long* cells)
    {
        NativeValue* results;
        int resultCount;
        try
        {
            frame.Fill(values, cells);
            NativeError.Check(NativeMethods.clipper_operator_call(handle, values, count, &results, &resultCount));
        }
        finally
        {
            frame.Release();
        }

        return new ReadOnlySpan<NativeValue>(results, resultCount);
    }
}
