using Clipper.Clip.Checkpoints;
using Clipper.Clip.Models;
using Clipper.Clip.Models.Weights;

namespace Clipper.Clip.Tests.Models;

/// <summary>Writes seeded random towers under any ecosystem's names.</summary>
internal static class CheckpointBuilder
{
    public static VisionSettings Small { get; } = new(
        ImageSize: 16, PatchSize: 8, Width: 128, Layers: 2, Heads: 2, MlpWidth: 256, EmbeddingSize: 32,
        Activation.QuickGelu, 1e-5, PreNorm: true, PatchBias: false, Projection: true);

    /// <summary>A timm tower: no norm before, patch bias, no projection.</summary>
    public static VisionSettings Timm { get; } = Small with
    {
        Width = 192,
        Heads = 3,
        EmbeddingSize = 192,
        Activation = Activation.Gelu,
        LayerNormEps = 1e-6,
        PreNorm = false,
        PatchBias = true,
        Projection = false,
    };

    /// <summary>All tensors of a tower, to be changed and saved.</summary>
    public static SafetensorsWriter Tensors(VisionSettings settings, ITowerNames names, Predicate<string>? keep = null)
    {
        var shape = VisionShape.Of(settings);
        var writer = new SafetensorsWriter();
        AddTensors(writer, shape, new RandomWeights(7, shape), names, keep);
        return writer;
    }

    /// <summary>Adds the tensors of any tower.</summary>
    public static void AddTensors(
        SafetensorsWriter writer, ITowerShape shape, ITowerWeights weights, ITowerNames names,
        Predicate<string>? keep = null)
    {
        foreach (var (parameter, lengths) in shape.Parameters())
        {
            var values = new float[lengths.Aggregate(1L, (product, length) => product * length)];
            weights.Read(parameter, values);
            Add(writer, names.Source(parameter), values, lengths, keep ?? (_ => true));
        }
    }

    private static void Add(
        SafetensorsWriter writer, WeightSource source, float[] values, long[] lengths, Predicate<string> keep)
    {
        int part = values.Length / source.Names.Count;
        long[] shape = [lengths[0] / source.Names.Count, .. lengths[1..]];
        for (int i = 0; i < source.Names.Count; i++)
        {
            float[] piece = values[(i * part)..((i + 1) * part)];
            if (keep(source.Names[i]))
            {
                writer.Add(
                    source.Names[i],
                    source.Transposed ? Transpose(piece, (int)shape[0], (int)shape[1]) : piece,
                    source.Transposed ? [shape[1], shape[0]] : shape);
            }
        }
    }

    private static float[] Transpose(float[] values, int rows, int columns)
    {
        var result = new float[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            result[(i % columns * rows) + (i / columns)] = values[i];
        }

        return result;
    }
}
