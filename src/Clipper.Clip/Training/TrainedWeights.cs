using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Clipper.Clip.Checkpoints;
using Clipper.Clip.Models.Weights;
using static TorchSharp.torch;

namespace Clipper.Clip.Training;

/// <summary>Collects the parameters of towers as float16 under a checkpoint's names, and writes them.</summary>
internal sealed class TrainedWeights
{
    /// <summary>The names that are written, as <see cref="Models.ModelDescription.Format"/> has them.</summary>
    public const string Format = "openai";

    /// <summary>Name of the file.</summary>
    public const string FileName = "model.safetensors";

    private const string LogitScaleName = "logit_scale";

    private readonly SafetensorsWriter _writer = new();

    /// <summary>Adds a tower.</summary>
    public void Add(nn.Module tower, ITowerShape shape, ITowerNames names)
    {
        var parameters = tower.named_parameters()
            .ToDictionary(pair => pair.name, pair => pair.parameter, StringComparer.Ordinal);
        foreach (var (parameter, size) in shape.Parameters())
        {
            var values = MemoryMarshal.Cast<byte, float>(parameters[parameter.Name].bytes);
            WeightSource source = names.Source(parameter);
            string name = source.Names.Single();
            if (source.Transposed)
            {
                Add(name, Transpose(values, (int)size[0], (int)size[1]), [.. size.Reverse()]);
            }
            else
            {
                Add(name, values, size);
            }
        }
    }

    /// <summary>Adds the logarithm of what cosines are multiplied by.</summary>
    public void AddLogitScale(float value) => Add(LogitScaleName, [value], []);

    /// <summary>Writes the file.</summary>
    /// <exception cref="Core.Errors.DataFileException">It cannot be written.</exception>
    public void Save(string path, IReadOnlyDictionary<string, string> metadata)
    {
        foreach (var (key, value) in metadata)
        {
            _writer.WithMetadata(key, value);
        }

        _writer.Save(path);
    }

    private static float[] Transpose(ReadOnlySpan<float> values, int rows, int columns)
    {
        var transposed = new float[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            transposed[(i % columns * rows) + (i / columns)] = values[i];
        }

        return transposed;
    }

    private void Add(string name, ReadOnlySpan<float> values, long[] shape)
    {
        var halves = new Half[values.Length];
        TensorPrimitives.ConvertToHalf(values, halves);
        _writer.Add(name, TensorType.F16, MemoryMarshal.AsBytes<Half>(halves).ToArray(), shape);
    }
}
