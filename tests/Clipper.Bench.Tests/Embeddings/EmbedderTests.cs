using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;
using Clipper.Clip.Imaging;
using Clipper.Clip.Models;
using Clipper.Core.Errors;

namespace Clipper.Bench.Tests.Embeddings;

public sealed class EmbedderTests : IDisposable
{
    private readonly EmbedderHarness _harness = new();

    public void Dispose() => _harness.Dispose();

    [Fact]
    public void Embed_second_time_comes_from_the_cache_without_loading_the_encoder()
    {
        var dataset = new MemoryDataset(20);
        using EmbeddingTable first = _harness.Embed(dataset);
        float[] computed = EmbedderHarness.Values(first);
        _harness.Pipeline = new();

        using EmbeddingTable second = _harness.Embed(dataset);

        Assert.Equal((false, true), (first.FromCache, second.FromCache));
        Assert.Equal(computed, EmbedderHarness.Values(second));
        Assert.Equal(dataset.Samples.Select(s => s.Id), second.Ids);
        Assert.Equal((20, 5, 0), (second.Count, second.Dimension, _harness.Pipeline.Loaded));
        Assert.Equal(second.Row(3).ToArray(), second.Rows([3]).Row(0).ToArray());
        Assert.Empty(_harness.Warnings);
    }

    [Fact]
    public void Embed_parts_of_an_image_differ_and_decode_it_once_a_batch()
    {
        ImageRegion?[] parts = [null, new(0, 0, 3, 1), new(2, 0, 3, 1), new(0, 0, 3, 1)];
        var dataset = new MemoryDataset(12)
        {
            Samples =
            [
                .. Enumerable.Range(0, 12).Select(i => new Sample($"{i / 4}.png#{i % 4}", [0])
                {
                    Image = $"{i / 4}.png", Region = parts[i % 4],
                }),
            ],
        };

        using EmbeddingTable table = _harness.Embed(dataset, new(Batch: 4));

        Assert.Equal((3, 3), (dataset.Read, _harness.Pipeline.Decoded));
        Assert.Equal(table.Row(1).ToArray(), table.Row(3).ToArray());
        Assert.Equal(3, new[] { 0, 1, 2 }.Select(i => string.Join(' ', table.Row(i).ToArray())).Distinct().Count());
    }

    // C1: what decides a number is in the key.
    [Theory]
    [InlineData("weights")]
    [InlineData("activation")]
    [InlineData("eps")]
    [InlineData("preprocess")]
    [InlineData("dtype")]
    [InlineData("samples")]
    [InlineData("dataset")]
    [InlineData("variant")]
    public void Embed_changed_part_is_a_miss_that_explain_names(string part)
    {
        _harness.Embed(new MemoryDataset(9)).Dispose();
        var dataset = new MemoryDataset(9, part == "samples" ? "other" : "manifest")
        {
            Name = part == "dataset" ? "other" : "memory",
            Variant = part == "variant" ? "other" : "test",
        };
        VisionSettings vision = EmbedderHarness.Model.Vision;
        ModelDescription model = part switch
        {
            "weights" => EmbedderHarness.Model with { WeightsHash = "other" },
            "activation" => EmbedderHarness.Model with { Vision = vision with { Activation = Activation.Gelu } },
            "eps" => EmbedderHarness.Model with { Vision = vision with { LayerNormEps = 1e-6 } },
            _ => EmbedderHarness.Model,
        };
        _harness.Pipeline = new(part == "preprocess" ? "fake 2" : "fake 1");

        var options = new EmbeddingOptions(Precision: part == "dtype" ? Precision.BFloat16 : Precision.Single);

        CacheExplanation explanation = _harness.Cache().Explain(_harness.Embedder(options).KeyFor(dataset, model));
        using EmbeddingTable table = _harness.Embed(dataset, options, model);

        Assert.False(table.FromCache);
        Assert.Equal(CacheState.Miss, explanation.State);
        string named = part is "activation" or "eps" ? "architecture" : part;
        Assert.Equal(named, Assert.Single(explanation.Differences).Part);
    }

    [Theory]
    [InlineData(1, 0, "auto")]
    [InlineData(8, 1, "cpu")]
    [InlineData(64, 3, "auto")]
    public void Embed_batch_workers_and_device_do_not_matter_to_the_key(int batch, int workers, string device)
    {
        _harness.Embed(new MemoryDataset(9)).Dispose();

        using EmbeddingTable table = _harness.Embed(
            new MemoryDataset(9), new(Device: device, Batch: batch, Workers: workers));

        Assert.True(table.FromCache);
    }

    [Fact]
    public void KeyFor_detour_size_order_mean_and_std_change_it()
    {
        using var dataset = new MemoryDataset(3);
        PreprocessSpec spec = EmbedderHarness.Model.Preprocess;
        PreprocessSpec[] specs =
        [
            spec, spec with { Size = 64 }, spec with { Order = PreprocessOrder.HuggingFace },
            spec with { Mean = new(0.5f, 0.5f, 0.5f) }, spec with { Std = new(0.5f, 0.5f, 0.5f) },
            .. Enum.GetValues<PreprocessDetour>().Where(detour => detour != PreprocessDetour.None)
                .Select(detour => spec with { Detour = detour }),
        ];

        string[] keys =
        [
            .. specs.Select(
                s => new Embedder(new()).KeyFor(dataset, EmbedderHarness.Model with { Preprocess = s }).Hash),
        ];

        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Fact]
    public void Embed_rows_do_not_depend_on_workers_or_batch()
    {
        var dataset = new MemoryDataset(101);
        float[]? expected = null;
        foreach ((int workers, int batch) in new[] { (1, 8), (2, 8), (7, 8), (3, 1), (2, 64), (4, 1000) })
        {
            _harness.Pipeline = new($"fake {workers} {batch}") { Delays = new Random(workers) };
            using EmbeddingTable table = _harness.Embed(dataset, new(Batch: batch, Workers: workers));
            expected ??= EmbedderHarness.Values(table);

            Assert.Equal(expected, EmbedderHarness.Values(table));
        }
    }

    [Fact]
    public void Embed_progress_rises_to_the_total()
    {
        var seen = new List<EmbeddingProgress>();
        var progress = new InlineProgress(seen.Add);

        _harness.Embedder(new(Workers: 4, Batch: 3))
            .Embed(new MemoryDataset(20), EmbedderHarness.Model, progress, CancellationToken.None).Dispose();

        Assert.Equal(seen.Select(p => p.Done).Order(), seen.Select(p => p.Done));
        Assert.Equal((0, 20, 20), (seen[0].Done, seen[^1].Done, seen[^1].Total));
    }

    [Fact]
    public void Embed_cancelled_stops_and_leaves_no_entry()
    {
        using var source = new CancellationTokenSource();
        _harness.Pipeline = new() { BeforeEncode = _ => source.Cancel() };

        Assert.ThrowsAny<OperationCanceledException>(() => _harness.Embedder(new(Workers: 2))
            .Embed(new MemoryDataset(1000), EmbedderHarness.Model, null, source.Token));

        Assert.Empty(_harness.Cache().List());
        Assert.Empty(Directory.GetFiles(_harness.CacheRoot));
    }

    [Fact]
    public void Embed_encoder_that_fails_ends_the_pass_with_its_error()
    {
        _harness.Pipeline = new() { BeforeEncode = _ => throw new InvalidOperationException("torch") };

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(
            () => _harness.Embed(new MemoryDataset(1000), new(Workers: 3)));

        Assert.Equal("torch", error.Message);
    }

    [Theory]
    [InlineData("bad")]
    [InlineData("gone")]
    public void Embed_bad_image_under_policy_fail_names_the_first(string kind)
    {
        _harness.Pipeline = new() { Delays = new Random(1) };
        var dataset = new MemoryDataset(200, "manifest", (150, kind), (90, kind), (91, kind));

        DataFileException error = Assert.Throws<DataFileException>(() => _harness.Embed(dataset, new(Workers: 5)));

        Assert.Contains("é/90.png", error.Message, StringComparison.Ordinal);
        Assert.Contains("skip", error.Message, StringComparison.Ordinal);
        Assert.Empty(_harness.Cache().List());
    }

    [Fact]
    public void Embed_bad_images_under_policy_skip_are_zero_rows_and_stay_listed()
    {
        var dataset = new MemoryDataset(40, "manifest", (7, "bad"), (39, "gone"));
        using EmbeddingTable whole = _harness.Embed(new MemoryDataset(40, "whole"));

        _harness.Embed(dataset, new(OnBadImage: BadImagePolicy.Skip)).Dispose();
        using EmbeddingTable table = _harness.Embed(dataset, new(OnBadImage: BadImagePolicy.Skip));

        Assert.True(table.FromCache);
        Assert.Equal([7, 39], table.Skipped.Keys.Order());
        Assert.Equal(("is not an image", "is gone"), (table.Skipped[7], table.Skipped[39]));
        Assert.All(table.Row(7).ToArray(), v => Assert.Equal(0, v));
        Assert.All(table.Row(39).ToArray(), v => Assert.Equal(0, v));
        Assert.Equal(whole.Row(38).ToArray(), table.Row(38).ToArray());
        Assert.Equal(2, Assert.Single(_harness.Cache().List(), e => e.Part("samples") == "manifest").Skipped);
        DataFileException error = Assert.Throws<DataFileException>(() => _harness.Embed(dataset));
        Assert.Contains("é/7.png", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void Embed_more_than_a_tenth_skipped_is_an_error(int bad, bool isAllowed)
    {
        var dataset = new MemoryDataset(40, "manifest", [.. Enumerable.Range(3, bad).Select(i => (i, "bad"))]);

        Exception? error = Record.Exception(
            () => _harness.Embed(dataset, new(OnBadImage: BadImagePolicy.Skip)).Dispose());

        Assert.Equal(isAllowed, error is null);
        Assert.True(isAllowed || error is DataFileException);
    }

    [Fact]
    public void Embed_many_threads_on_one_key_compute_it_once()
    {
        _harness.Pipeline = new() { Delays = new Random(3) };
        EmbeddingTable[] tables = new EmbeddingTable[6];

        Parallel.For(
            0, tables.Length, new ParallelOptions { MaxDegreeOfParallelism = tables.Length },
            i => tables[i] = _harness.Embed(new MemoryDataset(60), new(Workers: 2)));

        Assert.Equal(60, _harness.Pipeline.Encoded);
        Assert.Single(tables, t => !t.FromCache);
        Assert.All(tables, t => Assert.Equal(EmbedderHarness.Values(tables[0]), EmbedderHarness.Values(t)));
        foreach (EmbeddingTable table in tables)
        {
            table.Dispose();
        }
    }

    [Fact]
    public void Embedder_batch_out_of_range_is_a_usage_error() =>
        Assert.Throws<UsageException>(() => new Embedder(new(Batch: 0)));

    private sealed class InlineProgress(Action<EmbeddingProgress> report) : IProgress<EmbeddingProgress>
    {
        public void Report(EmbeddingProgress value) => report(value);
    }
}
