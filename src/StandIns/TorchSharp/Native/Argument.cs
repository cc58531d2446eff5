using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>An argument of an operator call as managed code holds it. Default = none.</summary>
internal readonly struct Argument
{
    private Argument(NativeKind kind, object? held, long bits = 0)
    {
        Kind = held is null && kind >= NativeKind.Generator ? NativeKind.None : kind;
        Held = held;
        Bits = bits;
    }

    /// <summary>The absent value of an optional argument.</summary>
    internal static Argument None => default;

    internal NativeKind Kind { get; }

    /// <summary>The tensor, generator, text or array that the argument refers to.</summary>
    internal object? Held { get; }

    /// <summary>The value of a number; the type and index of a device.</summary>
    internal long Bits { get; }

    /// <summary>A list of tensors.</summary>
    internal static Argument List(Tensor[] tensors) => new(NativeKind.Tensors, tensors);

    /// <summary>A list in which some tensors may be absent.</summary>
    internal static Argument OptionalList(Tensor?[] tensors) => new(NativeKind.OptionalTensors, tensors);

    /// <summary>A reduction's dimensions; null or none = all of them.</summary>
    internal static Argument Dimensions(long[]? dimensions) =>
        dimensions is null || dimensions.Length == 0 ? None : dimensions;

    public static implicit operator Argument(Tensor? value) =>
        new(value is null ? NativeKind.None : NativeKind.Tensor, value);

    public static implicit operator Argument(long value) => new(NativeKind.Integer, null, value);

    public static implicit operator Argument(long? value) => value is { } number ? number : None;

    public static implicit operator Argument(double value) =>
        new(NativeKind.Real, null, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Argument(double? value) => value is { } number ? number : None;

    public static implicit operator Argument(bool value) => new(NativeKind.Boolean, null, value ? 1 : 0);

    public static implicit operator Argument(bool? value) => value is { } flag ? flag : None;

    public static implicit operator Argument(ScalarType value) => (long)value;

    public static implicit operator Argument(ScalarType? value) => value is { } type ? (long)type : None;

    public static implicit operator Argument(Scalar? value) => value is null ? None : value.ToArgument();

    public static implicit operator Argument(string? value) =>
        new(value is null ? NativeKind.None : NativeKind.Text, value);

    public static implicit operator Argument(Device? value) =>
        value is null ? None : new(NativeKind.Device, value);

    public static implicit operator Argument(Generator? value) => new(NativeKind.Generator, value);

    public static implicit operator Argument(long[]? value) => new(NativeKind.Integers, value);

    public static implicit operator Argument(double[]? value) => new(NativeKind.Reals, value);
}
