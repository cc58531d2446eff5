using System.Runtime.InteropServices;
using Clipper.Clip.Files;
using Clipper.Clip.Imaging;
using Clipper.Clip.Models;
using Clipper.Clip.Models.Configuration;
using Clipper.Clip.Models.Layers;
using Clipper.Clip.Models.Weights;
using Clipper.Clip.Runtime;
using Clipper.Core.Errors;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Clipper.Clip.Training;

/// <summary>Trains a two-tower model from the start on captioned pictures, on the CPU. The same settings and pictures
/// give the same weights to the bit on machines that compute with the same libtorch and BLAS.</summary>
public sealed class ClipTrainer : IDisposable
{
    // CLIP starts at e^2.66 and lets the scale grow to 100.
    private const double StartingScale = 14;
    private const double LargestScale = 100;

    private const double Beta2 = 0.98;
    private const double Eps = 1e-6;

    private readonly TrainingSettings _settings;
    private readonly VisionTransformer _vision;
    private readonly TextTransformer _text;
    private readonly Parameter _logitScale;
    private readonly optim.Optimizer[] _optimizers;
    private int _step;

    /// <summary>Draws the starting weights.</summary>
    /// <param name="vision">The vision tower.</param>
    /// <param name="text">The text tower; its embeddings are as long as the vision tower's.</param>
    /// <param name="settings">How it is trained.</param>
    /// <param name="samples">Pictures of the kind that it will see: its first filters are scaled by them.</param>
    /// <exception cref="DataFileException">libtorch cannot be loaded.</exception>
    public ClipTrainer(
        VisionSettings vision, TextSettings text, TrainingSettings settings, CaptionedPictures samples)
    {
        TorchRuntime.Start(settings.Threads);
        (Vision, Text, _settings) = (vision, text, settings);
        _vision = new VisionTransformer(vision, CPU);
        _text = new TextTransformer(text, CPU);
        _logitScale = new Parameter(full(1, (float)Math.Log(StartingScale)));
        using var rows = Rows(samples.Planes.Span, samples.Count);
        StartingWeights.Fill(_vision, vision, settings.Seed, MemoryMarshal.Cast<byte, float>(rows.bytes));
        StartingWeights.Fill(_text, TextShape.Of(text), settings.Seed);
        _optimizers = [Optimizer(IsMatrix, settings.WeightDecay), Optimizer(p => !IsMatrix(p), decay: 0)];
    }

    /// <summary>Architecture of the vision tower.</summary>
    public VisionSettings Vision { get; }

    /// <summary>Architecture of the text tower.</summary>
    public TextSettings Text { get; }

    /// <summary>Steps done.</summary>
    public int Steps => _step;

    private IEnumerable<Parameter> Parameters => [.. _vision.parameters(), .. _text.parameters(), _logitScale];

    /// <summary>Changes the weights by one step.</summary>
    /// <returns>The loss before it.</returns>
    /// <exception cref="InvalidOperationException">All steps of the settings are done, or the loss is not
    /// finite.</exception>
    public double Step(CaptionedPictures batch)
    {
        if (_step >= _settings.Steps)
        {
            throw new InvalidOperationException($"All {_settings.Steps} steps are done.");
        }

        TorchRuntime.Start(_settings.Threads);
        foreach (var optimizer in _optimizers)
        {
            optimizer.ParamGroups.Single().LearningRate = _settings.RateAt(_step);
            optimizer.zero_grad();
        }

        using var scope = NewDisposeScope();
        var loss = LossOf(batch);
        double value = loss.item<float>();
        if (!double.IsFinite(value))
        {
            throw new InvalidOperationException(
                $"The loss of step {_step} is not finite: the learning rate is too high.");
        }

        loss.backward();
        Array.ForEach(_optimizers, optimizer => optimizer.step());
        _step++;
        return value;
    }

    /// <summary>Embeds pictures with the weights as they are.</summary>
    /// <param name="planes">float32 [count, 3, size, size].</param>
    /// <param name="count">Pictures.</param>
    /// <returns>Unit embeddings [count, d].</returns>
    public float[] EmbedImages(ReadOnlySpan<float> planes, int count)
    {
        using var mode = no_grad();
        using var scope = NewDisposeScope();
        return Values(Images(planes, count));
    }

    /// <summary>Embeds texts with the weights as they are.</summary>
    /// <param name="tokens">Ids [count, context].</param>
    /// <returns>Unit embeddings [count, d].</returns>
    public float[] EmbedTexts(ReadOnlySpan<int> tokens)
    {
        using var mode = no_grad();
        using var scope = NewDisposeScope();
        return Values(Texts(tokens));
    }

    /// <summary>Writes the model as it is: <c>model.json</c> with every switch, then <c>model.safetensors</c> with both
    /// towers and the temperature as float16 under OpenAI's names.</summary>
    /// <param name="folder">Where; it is made where it is missing.</param>
    /// <param name="name">What the model is called.</param>
    /// <param name="licence">Licence of the weights.</param>
    /// <param name="facts">Metadata of the weights.</param>
    /// <returns>The model, read back.</returns>
    /// <exception cref="DataFileException">A file cannot be written.</exception>
    public ModelDescription Save(
        string folder, string name, string licence, IReadOnlyDictionary<string, string> facts)
    {
        var description = new ModelDescription(
            name, null, "", TrainedWeights.Format, Vision, PreprocessSpec.Clip(Vision.ImageSize))
        {
            Text = Text,
            Licence = licence,
        };
        AtomicFile.Write(Path.Combine(folder, ModelJson.FileName), stream => ModelJson.Write(stream, description));
        var writer = new TrainedWeights();
        writer.Add(_vision, VisionShape.Of(Vision), new OpenAINames(TrainedWeights.Format));
        writer.Add(_text, TextShape.Of(Text), new OpenAITextNames(TrainedWeights.Format, prefix: ""));
        writer.AddLogitScale(_logitScale.item<float>());
        writer.Save(Path.Combine(folder, TrainedWeights.FileName), facts);
        return ModelLoader.Describe(folder);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Array.ForEach(_optimizers, optimizer => optimizer.Dispose());
        _vision.Dispose();
        _text.Dispose();
        _logitScale.Dispose();
    }

    private Tensor LossOf(CaptionedPictures batch)
    {
        var images = Images(batch.Planes.Span, batch.Count);
        var scale = exp(_logitScale).clamp(max: LargestScale);
        return ContrastiveLoss.Of(images, Texts(batch.Tokens.Span), scale, batch.Truth.Span);
    }

    private Tensor Images(ReadOnlySpan<float> planes, int count) =>
        nn.functional.normalize(_vision.call(Rows(planes, count)));

    private Tensor Rows(ReadOnlySpan<float> planes, int count)
    {
        var rows = empty(count, Vision.Tokens, Vision.PatchValues);
        PatchRows.Fill(planes, count, Vision, MemoryMarshal.Cast<byte, float>(rows.bytes));
        return rows;
    }

    private Tensor Texts(ReadOnlySpan<int> tokens) =>
        nn.functional.normalize(_text.call(TokenRows.ToTensor(tokens, Text)));

    private AdamW Optimizer(Func<Tensor, bool> choice, double decay) => optim.AdamW(
        Parameters.Where(parameter => choice(parameter)), _settings.LearningRate, beta2: Beta2, eps: Eps,
        weight_decay: decay);

    // Gains, biases and the temperature have one dimension or none.
    private static bool IsMatrix(Tensor parameter) => parameter.dim() > 1;

    private static float[] Values(Tensor tensor) =>
        MemoryMarshal.Cast<byte, float>(tensor.contiguous().bytes).ToArray();
}
