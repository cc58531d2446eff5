using Clipper.Clip.Checkpoints;
using Clipper.Core.Errors;

namespace Clipper.Clip.Models.Weights;

/// <summary>The tensors of one tower in a file: finds them by our names and checks their shapes.</summary>
/// <param name="file">Where they lie.</param>
/// <param name="names">What they are called there.</param>
/// <param name="tower">What the tower is, for errors.</param>
internal sealed class TowerTensors(TensorFile file, ITowerNames names, string tower)
{
    private const int LargestSize = 1 << 20;

    /// <summary>Whether the file has the parameter.</summary>
    public bool Has(TowerParameter parameter)
    {
        var source = names.Source(parameter);
        return source.Names.Count > 0 && file.Tensors.ContainsKey(source.Names[0]);
    }

    /// <summary>The parameter's shape in our order of dimensions.</summary>
    /// <exception cref="DataFileException">It is missing, or has another number of dimensions.</exception>
    public long[] Shape(TowerParameter parameter, int rank)
    {
        var source = names.Source(parameter);
        var shape = WithoutLeadingOnes(Entry(source.Names[0]).Shape, rank);
        if (shape.Length != rank)
        {
            throw Refused($"tensor '{source.Names[0]}' has shape {Text(shape)}, expected {rank} dimensions");
        }

        return source.Transposed ? [.. shape.Reverse()] : shape;
    }

    /// <summary>How many blocks there are.</summary>
    public int CountLayers()
    {
        int layers = 0;
        while (Has(new(layers, TowerParameter.MlpIn, TowerParameter.Weight)))
        {
            layers++;
        }

        return layers;
    }

    /// <summary>A length that is a size of the architecture.</summary>
    /// <exception cref="DataFileException">It cannot be one.</exception>
    public int Size(long length) => length is > 0 and <= LargestSize
        ? (int)length
        : throw Refused($"a length of {length} is outside of 1 to {LargestSize}");

    /// <summary>Checks that every parameter of the shape is there, as it must be, and no other.</summary>
    /// <exception cref="DataFileException">Names the tensor that is missing, unexpected or misshapen.</exception>
    public void CheckAll(ITowerShape shape)
    {
        var left = file.Tensors.Keys.Where(names.Owns).ToHashSet(StringComparer.Ordinal);
        foreach (var (parameter, wanted) in shape.Parameters())
        {
            var source = names.Source(parameter);
            foreach (string name in source.Names)
            {
                CheckOne(name, StoredShape(wanted, source));
                left.Remove(name);
            }
        }

        if (left.Order(StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw Refused($"tensor '{unknown}' and {left.Count - 1} others belong to no part of a {tower} "
                + $"that is known here ({names.Format} names)");
        }
    }

    /// <summary>The error of a tower that cannot be used.</summary>
    public DataFileException Refused(string problem) => new(file.Path, $"not a usable {tower}: {problem}.");

    private void CheckOne(string name, long[] wanted)
    {
        var entry = Entry(name);
        if (!WithoutLeadingOnes(entry.Shape, wanted.Length).SequenceEqual(wanted))
        {
            throw Refused($"tensor '{name}' has shape {Text(entry.Shape)}, expected {Text(wanted)}");
        }

        if (entry.Type is not (TensorType.F16 or TensorType.BF16 or TensorType.F32 or TensorType.F64))
        {
            throw Refused($"tensor '{name}' has type {entry.Type.Name()}, expected F16, BF16, F32 or F64");
        }
    }

    private static long[] StoredShape(long[] wanted, WeightSource source)
    {
        long[] stored = [wanted[0] / source.Names.Count, .. wanted[1..]];
        return source.Transposed ? [.. stored.Reverse()] : stored;
    }

    // timm keeps a batch dimension of one.
    private static long[] WithoutLeadingOnes(IReadOnlyList<long> shape, int rank)
    {
        int skip = 0;
        while (shape.Count - skip > rank && shape[skip] == 1)
        {
            skip++;
        }

        return [.. shape.Skip(skip)];
    }

    private TensorEntry Entry(string name) => file.Tensors.TryGetValue(name, out var entry)
        ? entry
        : throw Refused($"tensor '{name}' is missing ({names.Format} names)");

    private static string Text(IReadOnlyList<long> shape) => $"[{string.Join(", ", shape)}]";
}
