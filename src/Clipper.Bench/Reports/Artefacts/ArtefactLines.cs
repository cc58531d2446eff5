using System.Globalization;

namespace Clipper.Bench.Reports.Artefacts;

/// <summary>The rows that artefacts of the paper share (its table templates 6 and 9 to 14).</summary>
internal static class ArtefactLines
{
    /// <summary>Micro-F1.</summary>
    public const string F1 = "o_f1";

    /// <summary>Agreement per class, the paper's class accuracy.</summary>
    public const string ClassAccuracy = "c_accuracy";

    /// <summary>Share of queries whose best score is their label.</summary>
    public const string Top1 = "top1_accuracy";

    /// <summary>The method whose best row the paper shows: trained on 10 exact copies of the support.</summary>
    public const string Best = "mwi_train_aug_trivial10";

    private const string Untrained = "mwi_sigmoid";
    private const int LastStep = 5;

    /// <summary>Table 6 of the paper's templates; it calls its sigmoid heads WI here.</summary>
    public static IReadOnlyList<ArtefactLine> Trainings { get; } =
    [
        Of("WI", Untrained, F1), Of("WI+T", "mwi_train", F1),
        Of("WI+T+A (non-trivial 5)", "mwi_train_aug_nontrivial5", F1),
        Of("WI+T+A (trivial 5)", "mwi_train_aug_trivial5", F1),
        Of("WI+T+A (non-trivial 10)", "mwi_train_aug_nontrivial10", F1),
        Of("WI+T+A (trivial 10)", Best, F1),
    ];

    /// <summary>Table 11: nine methods.</summary>
    public static IReadOnlyList<ArtefactLine> NineMethods { get; } =
    [
        Of("CLIP zero shot", "clip_zero_shot", F1), Of("CLIP linear probe", "clip_linear_probe", F1),
        Of("WI", "wi_softmax", F1),
        .. Trainings.Select(line => line with { Label = $"M{line.Label}" }),
    ];

    /// <summary>Micro-F1 of predicting every label.</summary>
    public static ArtefactLine AllLabels { get; } = Of("all labels (floor)", "constant_all", F1);

    /// <summary>The two rows of trivial copies, without copies but with as many steps, and a constant guess.</summary>
    public static IReadOnlyList<ArtefactLine> TrainingControls { get; } =
    [
        Of("MWI+T, steps of trivial 5 (control)", "mwi_train_match5", F1),
        Of("MWI+T, steps of trivial 10 (control)", "mwi_train_match10", F1),
        AllLabels,
    ];

    /// <summary>Floors of the paper's two measures.</summary>
    public static IReadOnlyList<ArtefactLine> Floors { get; } =
    [
        Of("all labels (F1 floor)", "constant_all", F1),
        Of("no label (class accuracy floor)", "constant_none", ClassAccuracy),
    ];

    /// <summary>The paper's way and shot settings.</summary>
    public static IReadOnlyList<ArtefactLine> Settings { get; } =
    [
        .. from ways in new[] { 20, 5 }
           from shots in new[] { 1, 5 }
           select new ArtefactLine(
               string.Create(CultureInfo.InvariantCulture, $"{ways} way {shots} shot"),
               new ArtefactQuery { Method = Best, Metrics = [F1], Ways = ways, Shots = shots }),
    ];

    /// <summary>The steps of a stream, one class each.</summary>
    public static IReadOnlyList<ArtefactLine> Steps { get; } = Numbered(
        Enumerable.Range(1, LastStep), step => new() { Method = "mwi_continual", Metrics = [F1], Step = step });

    /// <summary>The paper's training epochs: 0, 5, … 80.</summary>
    public static IReadOnlyList<ArtefactLine> Epochs { get; } = Numbered(
        Enumerable.Range(0, 17).Select(i => 5 * i),
        epochs => new() { Method = "mwi_train", Metrics = [F1], Epochs = epochs });

    /// <summary>A line of a method and a metric, or of the first of several metrics that the data set has.</summary>
    public static ArtefactLine Of(string label, string method, params string[] metrics) =>
        new(label, new ArtefactQuery { Method = method, Metrics = metrics });

    private static IReadOnlyList<ArtefactLine> Numbered(IEnumerable<int> places, Func<int, ArtefactQuery> query) =>
        [.. places.Select(x => new ArtefactLine(x.ToString(CultureInfo.InvariantCulture), query(x), x))];
}
