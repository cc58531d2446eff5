using System.Globalization;
using Clipper.Bench.Methods;
using Clipper.Bench.Methods.Heads;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Metrics;
using Clipper.Core.Randomness;

namespace Clipper.Bench.Speed;

/// <summary>Imprints 2,000 embeddings of 512 into 100 classes and scores 200 queries; a run does it through the method
/// <c>mwi</c>.</summary>
internal sealed class ImprintWork : ISpeedWork
{
    public const string Title = "imprint-and-score";

    private const int Rows = 2_000;
    private const int Queries = 200;
    private const int Classes = 100;
    private const int Dimension = 512;

    private readonly Matrix<float> _scores = new(Queries, Classes);
    private readonly EpisodeTask _task = new()
    {
        Seed = 0,
        Classes = [.. Enumerable.Range(0, Classes).Select(c => c.ToString("D3", CultureInfo.InvariantCulture))],
        IsMultiLabel = false,
        Support = new Matrix<float>(Rows, Dimension),
        SupportLabels = LabelRows.Single(
            [.. Enumerable.Range(0, Rows).Select(row => row % Classes)], Classes),
        SupportSamples = [.. Enumerable.Range(0, Rows)],
        Query = new Matrix<float>(Queries, Dimension),
    };

    public string Name => Title;

    public double Amount => Rows + Queries;

    public string Unit => "rows";

    public void Prepare(int round)
    {
        var random = new RandomState(Seed.Derive("speed", Title, round));
        Fill(_task.Support, random);
        Fill(_task.Query, random);
    }

    public void Run()
    {
        var head = ImprintedHead<float>.Imprint(HeadKind.Mwi, _task.Support, _task.SupportLabels, _task.Classes);
        head.Scores(_task.Query, _scores.Values);
    }

    public string Answer() => Checksum.Of<float>(_scores.Values);

    public string Expected()
    {
        var settings = new ImprintSettings(HeadKind.Mwi, "mwi", ThresholdGrid.Paper.Values);
        return Checksum.Of<float>(new ImprintMethod(settings, Title, copies: null).Score(_task)[0].Scores.Values);
    }

    public void Dispose()
    {
    }

    private static void Fill(Matrix<float> rows, RandomState random)
    {
        foreach (ref float value in rows.Values)
        {
            value = (float)(random.NextDouble() - 0.5);
        }
    }
}
