using Clipper.Clip.Models;
using Clipper.Clip.Training;
using Clipper.Core.Randomness;
using Clipper.Testing;

namespace Clipper.Clip.Tests.Training;

public sealed class ClipTrainerTests : IDisposable
{
    private const int Count = 6;
    private const int Context = 5;
    private const int EndToken = 19;

    private static readonly VisionSettings _vision = new(
        ImageSize: 16, PatchSize: 8, Width: 32, Layers: 2, Heads: 2, MlpWidth: 64, EmbeddingSize: 16, Activation.Gelu,
        1e-5, PreNorm: true, PatchBias: false, Projection: true, Pooling.PatchMean);

    private static readonly TextSettings _text = new(
        Context, VocabularySize: 20, Width: 24, Layers: 2, Heads: 2, MlpWidth: 48, EmbeddingSize: 16, Activation.Gelu,
        1e-5);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Loss_falls_from_that_of_guessing_to_almost_nothing()
    {
        using var trainer = new ClipTrainer(_vision, _text, Settings(steps: 60), Batch());

        double[] losses = [.. Enumerable.Range(0, 60).Select(_ => trainer.Step(Batch(), Batch()))];

        Assert.InRange(losses[0], 0.5 * Math.Log(Count), 3 * Math.Log(Count));
        Assert.True(losses[^1] < 0.1, $"{losses[0]} to {losses[^1]}");
    }

    [Fact]
    public void Same_seed_gives_the_same_file_whatever_ran_before_on_other_threads()
    {
        byte[] first = Train("first", seed: 1);
        byte[] second = [];
        var thread = new Thread(() => second = Train("second", seed: 1));
        thread.Start();
        thread.Join();

        Assert.Equal(first, second);
        Assert.NotEqual(first, Train("third", seed: 2));
    }

    [Fact]
    public void Saved_model_embeds_as_the_trained_one_does()
    {
        using var trainer = new ClipTrainer(_vision, _text, Settings(steps: 5), Batch());
        CaptionedPictures batch = Batch();
        for (int step = 0; step < 5; step++)
        {
            trainer.Step(batch, batch);
        }

        ModelDescription model = trainer.Save(_folder.Path, "small", "MIT", new Dictionary<string, string>());

        Assert.Equal((_vision, _text), (model.Vision, model.Text));
        using var images = ImageEncoder.Load(model, "cpu");
        using var texts = TextEncoder.Load(model, "cpu");
        var pictures = new float[Count * 16];
        var captions = new float[Count * 16];
        images.Encode(batch.Planes.Span, Count, pictures);
        texts.Encode(batch.Tokens.Span, Count, captions);
        AssertSameDirections(trainer.EmbedImages(batch.Planes.Span, Count), pictures);
        AssertSameDirections(trainer.EmbedTexts(batch.Tokens.Span), captions);
    }

    [Fact]
    public void Two_lessons_that_are_the_same_teach_what_one_does()
    {
        using var two = new ClipTrainer(_vision, _text, Settings(steps: 3), Batch());
        using var one = new ClipTrainer(_vision, _text, Settings(steps: 3) with { Lessons = 1 }, Batch());

        Assert.Throws<ArgumentException>(() => one.Step(Batch(), Batch()));
        for (int step = 0; step < 3; step++)
        {
            Assert.Equal(one.Step(Batch()), two.Step(Batch(), Batch()), 1e-4);
        }
    }

    [Fact]
    public void Step_after_the_last_is_refused()
    {
        using var trainer = new ClipTrainer(_vision, _text, Settings(steps: 1), Batch());
        trainer.Step(Batch(), Batch());

        Assert.Throws<InvalidOperationException>(() => trainer.Step(Batch(), Batch()));
    }

    private static TrainingSettings Settings(int steps, ulong seed = 0) =>
        new(new Seed(seed), steps, WarmUp: 2, LearningRate: 0.004, WeightDecay: 0.01);

    private static CaptionedPictures Batch()
    {
        var random = new RandomState(7u);
        float[] planes = [.. Enumerable.Range(0, Count * 3 * 16 * 16).Select(_ => (float)random.NextDouble() - 0.5f)];
        int[] tokens = [.. Enumerable.Range(0, Count).SelectMany(i => new[] { 18, i, 2 * i, EndToken, 0 })];
        bool[] truth = [.. Enumerable.Range(0, Count * Count).Select(i => i / Count == i % Count)];
        return new(planes, Count, tokens, truth);
    }

    // float16 keeps 11 bits.
    private static void AssertSameDirections(float[] expected, float[] actual)
    {
        for (int row = 0; row < Count; row++)
        {
            double norm = Math.Sqrt(actual.Skip(row * 16).Take(16).Sum(value => (double)value * value));
            for (int i = row * 16; i < (row + 1) * 16; i++)
            {
                Assert.Equal(expected[i], actual[i] / norm, 0.005);
            }
        }
    }

    private byte[] Train(string name, ulong seed)
    {
        using var trainer = new ClipTrainer(_vision, _text, Settings(steps: 3, seed), Batch());
        for (int step = 0; step < 3; step++)
        {
            trainer.Step(Batch(), Batch());
        }

        string folder = _folder.Combine(name);
        trainer.Save(folder, "small", "MIT", new Dictionary<string, string>());
        return File.ReadAllBytes(Path.Combine(folder, "model.safetensors"));
    }
}
