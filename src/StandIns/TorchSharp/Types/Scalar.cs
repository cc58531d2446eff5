using TorchSharp.Native;

namespace TorchSharp;

/// <summary>A number of any kind, as operators take it. Held in managed memory: there is nothing to dispose.</summary>
public sealed class Scalar : IDisposable
{
    private readonly Argument _value;

    private Scalar(Argument value) => _value = value;

    public static implicit operator Scalar(byte value) => new((long)value);

    public static implicit operator Scalar(sbyte value) => new((long)value);

    public static implicit operator Scalar(short value) => new((long)value);

    public static implicit operator Scalar(int value) => new((long)value);

    public static implicit operator Scalar(long value) => new(value);

    public static implicit operator Scalar(Half value) => new((double)value);

    public static implicit operator Scalar(float value) => new((double)value);

    public static implicit operator Scalar(double value) => new(value);

    public static implicit operator Scalar(bool value) => new(value);

    /// <summary>Does nothing; the real library frees native memory here.</summary>
    public void Dispose()
    {
    }

    internal Argument ToArgument() => _value;
}
