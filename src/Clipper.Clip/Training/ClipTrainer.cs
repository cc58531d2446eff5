using System.Runtime.InteropServices;
using Clipper.Clip.Files;
using Clipper.Clip.Imaging;
using Clipper.Clip.Models;
using Clipper.Clip.Models.Configuration;
using Clipper.Clip.Models.Weights;
using Clipper.Clip.Runtime;
using Clipper.Core.Errors;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Clipper.Clip.Training;

/// <summary>Trains a two-tower model from the start on captioned pictures, on the CPU. A step takes several lessons,
/// each in a thread of its own with one thread of torch: the mean of their losses is what it lowers, and their
/// gradients are added in order. So the same settings and pictures give the same weights to the bit on machines that
/// compute with the same libtorch and BLAS, however many cores they have.</summary>
public sealed class ClipTrainer : IDisposable
{
    private const double Beta2 = 0.98;
    private const double Eps = 1e-6;

    private readonly TrainingSettings _settings;

    // The first is the model. The others have its weights and lend it their gradients.
    private readonly TowerPair[] _pairs;

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
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Lessons, 1);
        TorchRuntime.Start();
        (Vision, Text, _settings) = (vision, text, settings);
        _pairs = [.. Enumerable.Range(0, settings.Lessons).Select(_ => new TowerPair(vision, text))];
        using var rows = TowerPair.Rows(samples.Planes.Span, samples.Count, vision);
        StartingWeights.Fill(Model.Vision, vision, settings.Seed, MemoryMarshal.Cast<byte, float>(rows.bytes));
        StartingWeights.Fill(Model.Text, TextShape.Of(text), settings.Seed);
        ShareWeights();
        _optimizers = [Optimizer(IsMatrix, settings.WeightDecay), Optimizer(p => !IsMatrix(p), decay: 0)];
    }

    /// <summary>Architecture of the vision tower.</summary>
    public VisionSettings Vision { get; }

    /// <summary>Architecture of the text tower.</summary>
    public TextSettings Text { get; }

    /// <summary>Steps done.</summary>
    public int Steps => _step;

    private TowerPair Model => _pairs[0];

    /// <summary>Changes the weights by one step.</summary>
    /// <param name="lessons">As many as <see cref="TrainingSettings.Lessons"/>.</param>
    /// <returns>The mean of the lessons' losses before it.</returns>
    /// <exception cref="ArgumentException">Another number of lessons.</exception>
    /// <exception cref="InvalidOperationException">All steps of the settings are done, or the loss is not
    /// finite.</exception>
    public double Step(params IReadOnlyList<CaptionedPictures> lessons)
    {
        if (_step >= _settings.Steps)
        {
            throw new InvalidOperationException($"All {_settings.Steps} steps are done.");
        }

        if (lessons.Count != _pairs.Length)
        {
            throw new ArgumentException($"A step takes {_pairs.Length} lessons, got {lessons.Count}.");
        }

        double loss = Learn(lessons);
        if (!double.IsFinite(loss))
        {
            throw new InvalidOperationException(
                $"The loss of step {_step} is not finite: the learning rate is too high.");
        }

        foreach (var optimizer in _optimizers)
        {
            optimizer.ParamGroups.Single().LearningRate = _settings.RateAt(_step);
            optimizer.step();
        }

        ShareWeights();
        _step++;
        return loss;
    }

    /// <summary>Embeds pictures with the weights as they are.</summary>
    /// <param name="planes">float32 [count, 3, size, size].</param>
    /// <param name="count">Pictures.</param>
    /// <returns>Unit embeddings [count, d].</returns>
    public float[] EmbedImages(ReadOnlySpan<float> planes, int count)
    {
        using var mode = no_grad();
        using var scope = NewDisposeScope();
        return Values(Model.Images(planes, count));
    }

    /// <summary>Embeds texts with the weights as they are.</summary>
    /// <param name="tokens">Ids [count, context].</param>
    /// <returns>Unit embeddings [count, d].</returns>
    public float[] EmbedTexts(ReadOnlySpan<int> tokens)
    {
        using var mode = no_grad();
        using var scope = NewDisposeScope();
        return Values(Model.Texts(tokens));
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
        writer.Add(Model.Vision, VisionShape.Of(Vision), new OpenAINames(TrainedWeights.Format));
        writer.Add(Model.Text, TextShape.Of(Text), new OpenAITextNames(TrainedWeights.Format, prefix: ""));
        writer.AddLogitScale(Model.LogitScale.item<float>());
        writer.Save(Path.Combine(folder, TrainedWeights.FileName), facts);
        return ModelLoader.Describe(folder);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Array.ForEach(_optimizers, optimizer => optimizer.Dispose());
        Array.ForEach(_pairs, pair => pair.Dispose());
    }

    // A thread a lesson. Those of the pool may be busy with drawing the next pictures.
    private double Learn(IReadOnlyList<CaptionedPictures> lessons)
    {
        Task<double>[] others =
        [
            .. Enumerable.Range(1, _pairs.Length - 1).Select(i => Task.Factory.StartNew(
                () => Learn(_pairs[i], lessons[i]), CancellationToken.None, TaskCreationOptions.LongRunning,
                TaskScheduler.Default)),
        ];
        double loss = Learn(Model, lessons[0]);
        Task.WaitAll(others);
        Array.ForEach(_pairs[1..], Model.AddGradients);
        return (loss + others.Sum(other => other.Result)) / _pairs.Length;
    }

    private double Learn(TowerPair pair, CaptionedPictures lesson)
    {
        TorchRuntime.Start();
        pair.ForgetGradients();
        return pair.Learn(lesson, share: 1.0 / _pairs.Length);
    }

    private void ShareWeights() => Array.ForEach(_pairs[1..], pair => pair.Follow(Model));

    private AdamW Optimizer(Func<Tensor, bool> choice, double decay) => optim.AdamW(
        Model.Parameters.Where(parameter => choice(parameter)), _settings.LearningRate, beta2: Beta2, eps: Eps,
        weight_decay: decay);

    // Gains, biases and the temperature have one dimension or none.
    private static bool IsMatrix(Tensor parameter) => parameter.dim() > 1;

    private static float[] Values(Tensor tensor) =>
        MemoryMarshal.Cast<byte, float>(tensor.contiguous().bytes).ToArray();
}
