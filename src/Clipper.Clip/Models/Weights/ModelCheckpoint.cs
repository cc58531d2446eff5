using Clipper.Clip.Checkpoints;
using Clipper.Core.Errors;

namespace Clipper.Clip.Models.Weights;

/// <summary>The towers of a file of tensors, whosever names it has.</summary>
internal sealed class ModelCheckpoint : IDisposable
{
    private const string LogitScaleName = "logit_scale";

    private readonly TensorFile _file;
    private readonly ModelNames _names;

    private ModelCheckpoint(TensorFile file)
    {
        _file = file;
        _names = ModelNames.Of(file);
        Vision = VisionMeasuring.Measure(file, _names.Vision);
    }

    /// <summary>The names of its vision tower.</summary>
    public ITowerNames Names => _names.Vision;

    /// <summary>What the shapes of its vision tower tell.</summary>
    public VisionShape Vision { get; }

    /// <summary>How the tokens of its vision tower are pooled where the tensors show it, else null.</summary>
    public Pooling? Pooling => Names is TimmNames ? ModelNames.ShownPooling(_file) : null;

    /// <summary>The parameters of its vision tower.</summary>
    public ITowerWeights VisionWeights => new TowerWeights(_file, _names.Vision);

    /// <summary>What cosines are multiplied by: e to the power of the tensor <c>logit_scale</c>; null where there is
    /// none.</summary>
    /// <exception cref="DataFileException">The tensor is not one finite number.</exception>
    public double? LogitScale
    {
        get
        {
            if (!_file.Tensors.ContainsKey(LogitScaleName))
            {
                return null;
            }

            return _file.ReadDoubles(LogitScaleName) is [var log] && double.IsFinite(Math.Exp(log))
                ? Math.Exp(log)
                : throw new DataFileException(_file.Path, $"tensor '{LogitScaleName}' is not one finite number.");
        }
    }

    /// <summary>What holds its tensors.</summary>
    public string Container => _file.Container;

    /// <summary>Opens a file and checks that it holds a whole vision tower and nothing in it that is not
    /// understood.</summary>
    /// <exception cref="DataFileException">Not readable, unknown names, missing, unexpected or misshapen
    /// tensors.</exception>
    public static ModelCheckpoint Open(string path)
    {
        var file = TensorFile.OpenAny(path);
        try
        {
            return new ModelCheckpoint(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>What the shapes of its text tower tell. Apart from the rest, because a model whose text tower is not
    /// understood still embeds images.</summary>
    /// <exception cref="DataFileException">It has none that is known here; or a tensor of it is missing, unexpected or
    /// misshapen.</exception>
    public TextShape MeasureText() => TextMeasuring.Measure(_file, TextNames());

    /// <summary>The parameters of its text tower.</summary>
    /// <exception cref="DataFileException">It has none that is known here.</exception>
    public ITowerWeights TextWeights() => new TowerWeights(_file, TextNames());

    /// <summary>Lower-case hexadecimal SHA-256 of the file.</summary>
    public string ComputeSha256() => _file.ComputeSha256();

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    private ITowerNames TextNames() => _names.Text ?? throw new DataFileException(
        _file.Path,
        $"holds no text transformer that is known here: expected a tensor '{OpenAITextNames.Marker}' (OpenAI, "
        + $"open_clip) or '{HuggingFaceTextNames.Marker}' (Hugging Face).");
}
