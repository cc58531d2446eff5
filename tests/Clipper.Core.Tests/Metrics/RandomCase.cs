using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Metrics;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Clipper.Core.Tests.Metrics;

/// <summary>A small random problem, full of ties and of scores at, just below and just above thresholds.</summary>
internal sealed record RandomCase(int Rows, int Classes, bool[] Truth, float[] Scores)
{
    private const int Count = 10_000;

    private static readonly float[] s_scores =
    [
        .. ThresholdGrid.Paper.Singles.ToArray().SelectMany(
            (t, i) => i % 3 == 0 ? new[] { MathF.BitDecrement(t), t, MathF.BitIncrement(t) } : []),
        -0f, 0f, 0.01f, 0.29f, 0.5f, 0.5f, 0.5f, 0.75f, 1f,
    ];

    public static Gen<RandomCase> MultiLabel { get; } =
        from rows in Gen.Choose(1, 9)
        from classes in Gen.Choose(1, 5)
        from density in Gen.Choose(0, 4)
        from truth in Gen.ArrayOf(Gen.Choose(0, 3), rows * classes)
        from scores in Gen.ArrayOf(Gen.Elements(s_scores), rows * classes)
        select new RandomCase(rows, classes, Array.ConvertAll(truth, t => t < density), scores);

    public static Gen<RandomCase> SingleLabel { get; } =
        from rows in Gen.Choose(1, 9)
        from classes in Gen.Choose(1, 5)
        from labels in Gen.ArrayOf(Gen.Choose(0, classes - 1), rows)
        from scores in Gen.ArrayOf(Gen.Elements(s_scores), rows * classes)
        select new RandomCase(
            rows, classes, [.. labels.SelectMany(l => Enumerable.Range(0, classes).Select(c => c == l))], scores);

    public MatrixView<float> View => new(Scores, Rows, Classes);

    public LabelRows LabelRows => LabelRows.Of([.. Enumerable.Range(0, Rows).Select(TrueClasses)], Classes);

    /// <summary>The first label of each row.</summary>
    public int[] Labels => [.. Enumerable.Range(0, Rows).Select(row => TrueClasses(row)[0])];

    public bool Has(int row, int c) => Truth[(row * Classes) + c];

    public float Score(int row, int c) => Scores[(row * Classes) + c];

    /// <summary>Checks 10,000 cases, always the same ones.</summary>
    public static void ForAll(Gen<RandomCase> cases, Action<RandomCase> check)
    {
        Config config = Config.QuickThrowOnFailure.WithMaxTest(Count).WithQuietOnSuccess(true)
            .WithReplay(new Replay(new Rnd(20210615), FSharpOption<int>.None));
        Check.One(config, Prop.ForAll(cases.ToArbitrary(), check));
    }

    public override string ToString() =>
        $"{Rows}×{Classes} truth [{string.Join(' ', Truth.Select(Convert.ToInt32))}] "
        + $"scores [{string.Join(' ', Scores)}]";

    private int[] TrueClasses(int row) => [.. Enumerable.Range(0, Classes).Where(c => Has(row, c))];
}
