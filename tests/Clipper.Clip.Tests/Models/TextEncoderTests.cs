using Clipper.Clip.Imaging;
using Clipper.Clip.Models;
using Clipper.Clip.Models.Layers;
using Clipper.Clip.Models.Weights;
using Clipper.Clip.Runtime;
using Clipper.Core.Errors;
using Clipper.Core.Randomness;
using Clipper.Testing;
using static TorchSharp.torch;

namespace Clipper.Clip.Tests.Models;

public sealed class TextEncoderTests
{
    private const int Start = 38;
    private const int End = 39;

    private static readonly TextSettings Tiny = new(
        ContextLength: 12, VocabularySize: 40, Width: 24, Layers: 2, Heads: 3, MlpWidth: 40, EmbeddingSize: 7,
        Activation.QuickGelu, 1e-3);

    [Theory]
    [InlineData(Activation.QuickGelu, null)]
    [InlineData(Activation.Gelu, null)]
    [InlineData(Activation.QuickGelu, 30)]
    public void Encode_any_switches_agrees_with_the_definition(Activation activation, int? end)
    {
        var settings = Tiny with { Activation = activation, EndToken = end };
        int[][] rows = [[Start, 4, 30, 9, End, 0, 0, 0, 0, 0, 0, 0], [Start, End, .. Enumerable.Repeat(End, 10)]];
        var reference = new ReferenceText(settings, new RandomWeights(11, TextShape.Of(settings)));

        float[] actual = Encode(settings, rows, rows.Length);

        Assert.InRange(
            RelativeError.Between(actual, [.. rows.SelectMany(reference.Encode)]), 0, RelativeError.Tolerance);
    }

    [Fact]
    public void Encode_what_follows_the_end_mark_changes_no_bit()
    {
        int[] zeros = [Start, 5, 6, End, 0, 0, 0, 0, 0, 0, 0, 0];
        int[] ends = [Start, 5, 6, End, End, End, End, End, End, End, End, End];
        int[] rest = [Start, 5, 6, End, 1, 2, 3, 4, 5, 6, 7, 8];

        Assert.Equal(Encode(Tiny, [zeros], 1), Encode(Tiny, [ends], 1));
        Assert.Equal(Encode(Tiny, [zeros], 1), Encode(Tiny, [rest], 1));
    }

    [Fact]
    public void Encode_bits_depend_neither_on_the_batch_nor_on_the_callers()
    {
        var random = new RandomState(3);
        int[][] rows = [.. Enumerable.Range(0, 37).Select(i => Row(random, 1 + (i % 10)))];
        float[] expected = Encode(Tiny, rows, 1);
        using var encoder = TextEncoder.Load(Description(Tiny), "cpu");

        Parallel.ForEach([2, 8, 36, 37], new ParallelOptions { MaxDegreeOfParallelism = 4 }, batch =>
            Assert.Equal(expected, Encode(encoder, rows, batch)));
    }

    [Fact]
    public void Encode_wrong_lengths_and_tokens_are_refused_before_torch()
    {
        using var encoder = TextEncoder.Load(Description(Tiny), "cpu");

        Assert.Throws<ArgumentException>(() => encoder.Encode(new int[11], 1, new float[7]));
        Assert.Throws<ArgumentException>(() => encoder.Encode(new int[12], 1, new float[8]));
        Assert.Throws<ArgumentException>(() => encoder.Encode([], -1, []));
        Assert.Throws<ArgumentException>(() => encoder.Encode([.. new int[11], 40], 1, new float[7]));
        Assert.Throws<ArgumentException>(() => encoder.Encode([.. new int[11], -1], 1, new float[7]));
        encoder.Encode([], 0, []);
    }

    [Fact]
    public void Load_same_weights_under_other_names_give_the_same_bits()
    {
        using var folder = new TemporaryFolder();
        int[][] rows = [[Start, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, End]];
        var shape = TextShape.Of(Tiny);
        float[] expected = Encode(Tiny, rows, 1);
        (ITowerNames Vision, ITowerNames Text)[] all =
        [
            (new OpenAINames("openai"), new OpenAITextNames("openai", "")),
            (new OpenAINames("open_clip"), new OpenAITextNames("open_clip", "text.")),
            (new HuggingFaceNames(), new HuggingFaceTextNames()),
        ];
        foreach (var (vision, text) in all)
        {
            string path = folder.Combine(vision.Format + ".safetensors");
            var writer = CheckpointBuilder.Tensors(CheckpointBuilder.Small, vision);
            CheckpointBuilder.AddTensors(writer, shape, new RandomWeights(11, shape), text);
            writer.Save(path);
            using var encoder = TextEncoder.Load(Description(Tiny) with { Path = path }, "cpu");

            Assert.Equal(expected, Encode(encoder, rows, 1));
        }
    }

    [Fact]
    public void Load_model_without_text_tower_is_refused()
    {
        var error = Assert.Throws<DataFileException>(
            () => TextEncoder.Load(ModelLoader.Describe("random:5"), "cpu"));

        Assert.Contains("no text tower", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Transformer_constructed_from_settings_gives_every_parameter_a_gradient()
    {
        TorchRuntime.Start();
        using var scope = NewDisposeScope();
        using var model = new TextTransformer(Tiny, CPU);
        var shape = TextShape.Of(Tiny);
        ParameterFilling.Fill(model, shape, new RandomWeights(11, shape));
        var ids = tensor([Start, 4L, End, 0L, Start, End, 0L, 0L]).view(2, 4);

        model.call(ids).pow(2).sum().backward();

        Assert.Equal(shape.Parameters().Count(), model.parameters().Count());
        foreach (var (name, parameter) in model.named_parameters())
        {
            Assert.True(parameter.requires_grad, name);
            Assert.True(parameter.grad is { } grad && grad.pow(2).sum().item<float>() > 0, name);
        }
    }

    private static int[] Row(RandomState random, int words)
    {
        var row = new int[Tiny.ContextLength];
        row[0] = Start;
        for (int i = 1; i <= words; i++)
        {
            row[i] = (int)(random.NextDouble() * Start);
        }

        row[words + 1] = End;
        return row;
    }

    private static ModelDescription Description(TextSettings settings) => new(
        "x", null, "", ModelDescription.RandomFormat, CheckpointBuilder.Small, PreprocessSpec.Clip(16))
    {
        Seed = 11,
        Text = settings,
    };

    private static float[] Encode(TextSettings settings, int[][] rows, int batch)
    {
        using var encoder = TextEncoder.Load(Description(settings), "cpu");
        return Encode(encoder, rows, batch);
    }

    private static float[] Encode(TextEncoder encoder, int[][] rows, int batch)
    {
        var result = new List<float>();
        foreach (int[][] part in rows.Chunk(batch))
        {
            var embeddings = new float[part.Length * encoder.Dimension];
            encoder.Encode(part.SelectMany(row => row).ToArray(), part.Length, embeddings);
            result.AddRange(embeddings);
        }

        return [.. result];
    }
}
