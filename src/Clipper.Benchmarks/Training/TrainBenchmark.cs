using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Clipper.Benchmarks.Imprinting;
using Clipper.Benchmarks.Suite;
using Clipper.Core.Imprinting;
using Clipper.Core.Randomness;
using Clipper.Core.Training;

namespace Clipper.Benchmarks.Training;

/// <summary>One trajectory of the paper: 5 shots, 10 trivial copies, 80 epochs in batches of 5 (4,400 steps at 5
/// ways).</summary>
[Description("Training, 80 epochs over 5 shots and 10 copies in batches of 5")]
[WarmupCount(1)]
[IterationCount(3)]
public class TrainBenchmark : ICountedWork
{
    private const int Shots = 5;
    private const int Copies = 10;
    private const int Epochs = 80;
    private const int Batch = 5;

    private EmbeddingBlock _support = new(1, 1, 1);
    private ImprintedHead<float> _head = new EmbeddingBlock(1, 1, 1).Head();

    [Params(5, 20)]
    public int Ways { get; set; }

    /// <summary>512 is CLIP ViT-B/32.</summary>
    [Params(512)]
    public int Dimension { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        _support = new EmbeddingBlock(Ways * Shots, Dimension, Ways);
        _head = _support.Head();
    }

    [Benchmark(Baseline = true)]
    public void PlainLoop()
    {
        var trainer = new PlainTrainer(_head.Weights.Values.ToArray(), Ways, Dimension);
        var order = new SeededOrder(new Seed(1));
        var samples = new int[Ways * Shots * (1 + Copies)];
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            order.Next(samples);
            foreach (int[] batch in samples.Select(sample => sample % (Ways * Shots)).Chunk(Batch))
            {
                trainer.Step(_support.Embeddings.Values, _support.RowLabels, batch);
            }
        }
    }

    [Benchmark]
    public void Trainer() => new HeadTrainer<float>(
        _head,
        TrainingSet<float>.Of(_support.Embeddings, _support.Labels, Copies),
        new TrainingSettings(TrainingLoss.BinaryCrossEntropy),
        new SeededOrder(new Seed(1))).Train(Epochs);

    /// <inheritdoc />
    public Work WorkOf(string benchmark)
    {
        // Logits, their gradient, and about ten operations of Adam a weight and step.
        double steps = Epochs * Ways * Shots * (1.0 + Copies) / Batch;
        return new Work(steps, "steps", Operations: steps * Ways * Dimension * ((2 * 2 * Batch) + 10));
    }
}
