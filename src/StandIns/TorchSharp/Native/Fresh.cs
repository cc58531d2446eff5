using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>Tensors that libtorch fills.</summary>
internal static class Fresh
{
    /// <summary>Calls a factory operator that takes a size and nothing else.</summary>
    internal static Tensor Make(string name, ReadOnlySpan<long> size, TensorOptions options)
    {
        options.RefuseNames();
        return options.Apply(Aten.One(name, size.ToArray(), options.Dtype, Argument.None, options.Device));
    }

    /// <summary>Calls a factory operator that draws from a generator; null = the process's own.</summary>
    internal static Tensor Draw(string name, ReadOnlySpan<long> size, Generator? generator, TensorOptions options)
    {
        options.RefuseNames();
        return options.Apply(
            Aten.One(name, size.ToArray(), generator, options.Dtype, Argument.None, options.Device));
    }

    /// <summary>A tensor of one value; int64 where the value is whole and no type is named.</summary>
    internal static Tensor Full(ReadOnlySpan<long> size, Scalar value, TensorOptions options)
    {
        options.RefuseNames();
        return options.Apply(
            Aten.One("full", size.ToArray(), value, TypeFor(options.Dtype, value), Argument.None, options.Device));
    }

    /// <summary>start, start + step, … up to but without stop.</summary>
    internal static Tensor Range(Scalar start, Scalar stop, Scalar step, TensorOptions options)
    {
        var type = TypeFor(options.Dtype, start, stop, step);
        return options.Apply(
            Aten.One("arange.start_step", start, stop, step, type, Argument.None, options.Device));
    }

    private static ScalarType TypeFor(ScalarType? named, params ReadOnlySpan<Scalar> values)
    {
        if (named is { } type) return type;
        foreach (var value in values)
        {
            if (value.ToArgument().Kind == NativeKind.Real) return ScalarType.Float32;
        }

        return ScalarType.Int64;
    }
}
