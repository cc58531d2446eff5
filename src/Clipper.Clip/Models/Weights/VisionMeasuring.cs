using Clipper.Clip.Checkpoints;
using Clipper.Core.Errors;

namespace Clipper.Clip.Models.Weights;

/// <summary>Reads the sizes of a vision tower off its tensors and checks every one of them.</summary>
internal sealed class VisionMeasuring(TensorFile file, IVisionNames names)
{
    /// <summary>The shape, all tensors being there with the right shapes and no others.</summary>
    /// <exception cref="DataFileException">Names the tensor that is missing, unexpected or misshapen.</exception>
    public VisionShape Measure()
    {
        var patch = Stored(new(null, VisionParameter.Patch, VisionParameter.Weight), rank: 4);
        long tokens = Stored(new(null, VisionParameter.PositionEmbedding, ""), rank: 2)[0];
        int grid = (int)Math.Sqrt(tokens - 1);
        if (grid < 1 || ((long)grid * grid) + 1 != tokens)
        {
            throw Refused(
                $"the position embedding has {tokens} rows, expected one for the class token and a square number for "
                + "patches");
        }

        var projection = new VisionParameter(null, VisionParameter.Projection, VisionParameter.Weight);
        bool projects = Has(projection);
        var shape = new VisionShape(
            ImageSize: Size(grid * patch[2]),
            PatchSize: Size(patch[2]),
            Width: Size(patch[0]),
            Layers: CountLayers(),
            MlpWidth: Size(Stored(new(0, VisionParameter.MlpIn, VisionParameter.Weight), rank: 2)[0]),
            EmbeddingSize: Size(projects ? Stored(projection, rank: 2)[0] : patch[0]),
            PreNorm: Has(new(null, VisionParameter.NormBefore, VisionParameter.Weight)),
            PatchBias: Has(new(null, VisionParameter.Patch, VisionParameter.Bias)),
            Projection: projects);
        CheckAll(shape);
        return shape;
    }

    private void CheckAll(VisionShape shape)
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
            throw Refused($"tensor '{unknown}' and {left.Count - 1} others belong to no part of a vision transformer "
                + $"that is known here ({names.Format} names)");
        }
    }

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

    private int CountLayers()
    {
        int layers = 0;
        while (Has(new(layers, VisionParameter.MlpIn, VisionParameter.Weight)))
        {
            layers++;
        }

        return layers;
    }

    private bool Has(VisionParameter parameter)
    {
        var source = names.Source(parameter);
        return source.Names.Count > 0 && file.Tensors.ContainsKey(source.Names[0]);
    }

    // The parameter's shape in our order of dimensions.
    private long[] Stored(VisionParameter parameter, int rank)
    {
        var source = names.Source(parameter);
        var shape = WithoutLeadingOnes(Entry(source.Names[0]).Shape, rank);
        if (shape.Length != rank)
        {
            throw Refused($"tensor '{source.Names[0]}' has shape {Text(shape)}, expected {rank} dimensions");
        }

        return source.Transposed ? [.. shape.Reverse()] : shape;
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

    private int Size(long length) => length is > 0 and <= 1 << 20
        ? (int)length
        : throw Refused($"a length of {length} is outside of 1 to {1 << 20}");

    private DataFileException Refused(string problem) => new(file.Path, $"not a usable vision transformer: {problem}.");

    private static string Text(IReadOnlyList<long> shape) => $"[{string.Join(", ", shape)}]";
}
