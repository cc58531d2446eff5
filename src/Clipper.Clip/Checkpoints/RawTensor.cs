namespace Clipper.Clip.Checkpoints;

/// <summary>A tensor as the header states it, before its range is checked against the file.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Type">Element type.</param>
/// <param name="Shape">Lengths.</param>
/// <param name="Begin">First byte, counted from the end of the header.</param>
/// <param name="End">Byte after the last.</param>
/// <param name="At">Where in the file it is stated, for errors.</param>
internal sealed record RawTensor(string Name, TensorType Type, ulong[] Shape, ulong Begin, ulong End, long At)
{
    /// <summary>Order of the ranges; the name decides between equal ones so that errors are stable.</summary>
    public static int ByRange(RawTensor left, RawTensor right)
    {
        int order = left.Begin.CompareTo(right.Begin);
        order = order != 0 ? order : left.End.CompareTo(right.End);
        return order != 0 ? order : string.CompareOrdinal(left.Name, right.Name);
    }

    /// <summary>Bytes that type and shape need.</summary>
    /// <exception cref="Clipper.Core.Errors.DataFileException">More than 64 bits count, or not whole
    /// bytes.</exception>
    public ulong SizeInBytes(string path)
    {
        UInt128 bits = 1;
        foreach (ulong length in Shape)
        {
            bits *= length;
            ThrowIfTooLarge(path, bits > long.MaxValue || length > long.MaxValue);
        }

        bits *= (uint)Type.Bits();
        ThrowIfTooLarge(path, bits > ulong.MaxValue);
        return bits % 8 == 0
            ? (ulong)(bits / 8)
            : throw SafetensorsHeader.Broken(
                path, At, $"tensor '{Name}' of type {Type.Name()} does not fill whole bytes");
    }

    private void ThrowIfTooLarge(string path, bool tooLarge)
    {
        if (tooLarge)
        {
            throw SafetensorsHeader.Broken(
                path, At, $"tensor '{Name}' of shape [{string.Join(", ", Shape)}] is larger than any file");
        }
    }
}
