using System.ComponentModel;
using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Clipper.Benchmarks.Suite;
using Clipper.Clip.Text;

namespace Clipper.Benchmarks.Text;

/// <summary>Captions to rows of 77 token ids, with and without the repair of wrongly decoded text.</summary>
[Description("Tokenizer, 1,000 captions")]
public class TokenizerBenchmark : ICountedWork
{
    private const int Merges = 500;

    private static readonly string[] s_things =
        ["golden retriever", "aeroplane", "café table", "traffic light", "zebra crossing", "teddy bear"];

    private static readonly string[] s_captions =
    [
        .. Enumerable.Range(0, 1_000).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $"a photo of the {s_things[i % s_things.Length]} number {i}, one of {i * 7919 % 1013} in a row.")),
    ];

    private ClipTokenizer? _tokenizer;

    [Params(true, false)]
    public bool Repairing { get; set; }

    [GlobalSetup]
    public void SetUp() => _tokenizer = new ClipTokenizer(BpeVocabulary.Learn(s_captions, Merges), Repairing);

    [Benchmark]
    public int[][]? Tokenize() => _tokenizer?.TokenizeAll(s_captions);

    /// <inheritdoc />
    public Work WorkOf(string benchmark) =>
        new(s_captions.Length, "texts", Bytes: s_captions.Sum(Encoding.UTF8.GetByteCount));
}
