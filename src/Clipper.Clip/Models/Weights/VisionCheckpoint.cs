using System.Numerics.Tensors;
using Clipper.Clip.Checkpoints;
using Clipper.Core.Errors;

namespace Clipper.Clip.Models.Weights;

/// <summary>The vision tower of a file of tensors: knows whose names it has, and gives its parameters by
/// ours.</summary>
internal sealed class VisionCheckpoint : IVisionWeights
{
    private const string CustomTextPrefix = "text.transformer.";

    private readonly TensorFile _file;

    private VisionCheckpoint(TensorFile file, IVisionNames names)
    {
        _file = file;
        Names = names;
        Shape = new VisionMeasuring(file, names).Measure();
    }

    /// <summary>Its names.</summary>
    public IVisionNames Names { get; }

    /// <summary>What its shapes tell.</summary>
    public VisionShape Shape { get; }

    /// <summary>How its tokens are pooled where the tensors show it, else null.</summary>
    public Pooling? Pooling => Names is TimmNames ? ShownPooling(_file) : null;

    /// <summary>Opens a file and checks that it holds a whole vision tower and nothing that is not
    /// understood.</summary>
    /// <exception cref="DataFileException">Not readable, unknown names, missing, unexpected or misshapen
    /// tensors.</exception>
    public static VisionCheckpoint Open(string path)
    {
        var file = TensorFile.OpenAny(path);
        try
        {
            return new VisionCheckpoint(file, Recognise(file));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>What holds its tensors.</summary>
    public string Container => _file.Container;

    /// <summary>Lower-case hexadecimal SHA-256 of the file.</summary>
    public string ComputeSha256() => _file.ComputeSha256();

    /// <inheritdoc />
    public void Read(VisionParameter parameter, Span<float> values)
    {
        var source = Names.Source(parameter);
        int part = values.Length / source.Names.Count;
        for (int i = 0; i < source.Names.Count; i++)
        {
            var target = values.Slice(i * part, part);
            ReadTensor(source.Names[i], source.Transposed, target);
            if (!TensorPrimitives.IsFiniteAll<float>(target))
            {
                throw new DataFileException(
                    _file.Path, $"tensor '{source.Names[i]}' holds NaN or infinity; fetch or convert the file again.");
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    private void ReadTensor(string name, bool transposed, Span<float> values)
    {
        if (!transposed)
        {
            _file.ReadFloats(name, values);
            return;
        }

        float[] stored = _file.ReadFloats(name);
        int rows = (int)_file.Tensors[name].Shape[0];
        int columns = (int)_file.Tensors[name].Shape[1];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                values[(column * rows) + row] = stored[(row * columns) + column];
            }
        }
    }

    private static Pooling ShownPooling(TensorFile file) =>
        file.Tensors.ContainsKey(TimmNames.MeanMarker) ? Models.Pooling.PatchMean : Models.Pooling.ClassToken;

    private static IVisionNames Recognise(TensorFile file)
    {
        var tensors = file.Tensors;
        if (tensors.ContainsKey(OpenAINames.Marker))
        {
            bool customText = tensors.Keys.Any(name => name.StartsWith(CustomTextPrefix, StringComparison.Ordinal));
            ThrowIfResNet(file);
            return new OpenAINames(customText ? "open_clip" : "openai");
        }

        if (tensors.ContainsKey(HuggingFaceNames.Marker))
        {
            return new HuggingFaceNames();
        }

        return tensors.ContainsKey(TimmNames.Marker)
            ? new TimmNames(ShownPooling(file))
            : throw new DataFileException(
                file.Path,
                $"holds no vision transformer that is known here: expected a tensor '{OpenAINames.Marker}' (OpenAI, "
                + $"open_clip), '{HuggingFaceNames.Marker}' (Hugging Face) or '{TimmNames.Marker}' (timm).");
    }

    private static void ThrowIfResNet(TensorFile file)
    {
        if (file.Tensors.ContainsKey("visual.layer1.0.conv1.weight"))
        {
            throw new DataFileException(file.Path, "holds a ResNet tower; only vision transformers (ViT) can be used.");
        }
    }
}
