using Clipper.Bench.Datasets.Shapes;
using Clipper.Clip.Imaging;
using Clipper.Clip.Text;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Metrics;
using Clipper.Core.Randomness;

namespace Clipper.Bench.Training;

/// <summary>Examines a model on pictures of combinations that are for training but were held out of it: 12 of the 72,
/// with every shape and every colour once. The evaluation combinations are never looked at.</summary>
internal sealed class HeldOutExam
{
    private const int Shots = 5;
    private const int PicturesEach = 20;
    private const int CrowdedPictures = 240;
    private const int HeldOutDiagonal = 2;

    private static readonly string[] _labels =
    [
        .. Enum.GetValues<ShapeKind>().Select(shape => $"shape:{ShapeCombination.NameOf(shape)}"),
        .. Enum.GetValues<ShapeColor>().Select(color => $"color:{ShapeCombination.NameOf(color)}"),
    ];

    private readonly ClipTokenizer _tokenizer;
    private readonly int _context;
    private readonly ShapeCombination[][] _crowds;
    private readonly float[] _singlePlanes;
    private readonly float[] _crowdPlanes;
    private readonly LabelExam _labelExam;

    /// <summary>Draws its pictures, always the same ones.</summary>
    public HeldOutExam(PreprocessSpec preprocess, ClipTokenizer tokenizer, int context)
    {
        (_tokenizer, _context) = (tokenizer, context);
        var preprocessor = new ImagePreprocessor(preprocess);
        ShapePicture[] singles =
        [
            .. HeldOut.SelectMany(item => Enumerable.Range(0, PicturesEach).Select(
                k => new ShapePicture([item], Seed.Derive("toy-exam", item.Name, k)))),
        ];
        ShapePicture[] crowds =
        [
            .. Enumerable.Range(0, CrowdedPictures).Select(
                k => ShapePicture.Draw(HeldOut, Seed.Derive("toy-exam", "", k))),
        ];
        _crowds = [.. crowds.Select(picture => picture.Combinations.ToArray())];
        _singlePlanes = PlanesOf(preprocessor, singles);
        _crowdPlanes = PlanesOf(preprocessor, crowds);
        _labelExam = new LabelExam(preprocessor);
    }

    /// <summary>The held-out combinations.</summary>
    public static IReadOnlyList<ShapeCombination> HeldOut { get; } =
        [.. ShapeCombination.Training.Where(IsHeldOut)];

    /// <summary>The combinations that are left to train with.</summary>
    public static IReadOnlyList<ShapeCombination> Taught { get; } =
        [.. ShapeCombination.Training.Where(item => !IsHeldOut(item))];

    /// <summary>Examines.</summary>
    public ExamFigures Take(ITowers towers)
    {
        int count = HeldOut.Count * PicturesEach;
        Matrix<float> singles = RowsOf(towers.EmbedImages(_singlePlanes, count), count);
        Matrix<float> crowds = RowsOf(towers.EmbedImages(_crowdPlanes, CrowdedPictures), CrowdedPictures);
        return new(
            ZeroShotAccuracy(towers, singles), ImprintedAccuracy(singles), ZeroShotMap(towers, crowds),
            _labelExam.Take(towers));
    }

    /// <summary>Normalised pixels of pictures, [count, 3, size, size].</summary>
    internal static float[] PlanesOf(ImagePreprocessor preprocessor, ShapePicture[] pictures)
    {
        int length = 3 * preprocessor.Spec.Size * preprocessor.Spec.Size;
        var planes = new float[pictures.Length * length];
        Parallel.For(0, pictures.Length, i => preprocessor.Normalize(
            pictures[i].ToPixels(), planes.AsSpan(i * length, length)));
        return planes;
    }

    /// <summary>Some rows of a matrix, copied.</summary>
    internal static Matrix<float> Select(Matrix<float> matrix, IReadOnlyList<int> rows)
    {
        var selected = new Matrix<float>(rows.Count, matrix.Columns);
        for (int i = 0; i < rows.Count; i++)
        {
            matrix.Row(rows[i]).CopyTo(selected.Row(i));
        }

        return selected;
    }

    private static bool IsHeldOut(ShapeCombination item) =>
        ((int)item.Shape + (int)item.Color) % Enum.GetValues<ShapeColor>().Length == HeldOutDiagonal;

    private static Matrix<float> RowsOf(float[] values, int rows) => new(values, rows, values.Length / rows);

    private double ZeroShotAccuracy(ITowers towers, Matrix<float> singles)
    {
        IReadOnlyList<ShapeCombination> all = ShapeCombination.Training;
        ImprintedHead<float> head = HeadOf(towers, [.. all.Select(item => $"a photo of a {item.Name}.")]);
        int[] truth = [.. HeldOut.SelectMany(item => Enumerable.Repeat(IndexOf(all, item), PicturesEach))];
        return ShareRight(head, singles, truth);
    }

    private static double ImprintedAccuracy(Matrix<float> singles)
    {
        int[] rows = [.. Enumerable.Range(0, singles.Rows)];
        int[] support = Array.FindAll(rows, row => row % PicturesEach < Shots);
        int[] queries = Array.FindAll(rows, row => row % PicturesEach >= Shots);
        var labels = LabelRows.Single([.. support.Select(row => row / PicturesEach)], HeldOut.Count);
        var head = ImprintedHead<float>.Imprint(
            HeadKind.Wi, Select(singles, support), labels, [.. HeldOut.Select(item => item.Name)]);
        return ShareRight(head, Select(singles, queries), [.. queries.Select(row => row / PicturesEach)]);
    }

    private double ZeroShotMap(ITowers towers, Matrix<float> crowds)
    {
        ImprintedHead<float> head = HeadOf(towers, _labels);
        var cosines = new float[crowds.Rows * _labels.Length];
        head.Logits(crowds, cosines);
        var truth = LabelRows.Of([.. _crowds.Select(LabelExam.LabelsOf)], _labels.Length);
        return AveragePrecision.Average(
            truth, new MatrixView<float>(cosines, crowds.Rows, _labels.Length), Averaging.Macro);
    }

    private ImprintedHead<float> HeadOf(ITowers towers, string[] texts)
    {
        int[] tokens = [.. texts.SelectMany(text => _tokenizer.Tokenize(text, _context))];
        Matrix<float> embeddings = RowsOf(towers.EmbedTexts(tokens, texts.Length), texts.Length);
        return ImprintedHead<float>.FromWeights(HeadKind.Wi, UnitRows.Normalize(embeddings.View), texts);
    }

    private static double ShareRight(ImprintedHead<float> head, Matrix<float> rows, int[] truth)
    {
        var cosines = new float[rows.Rows * head.Classes.Count];
        head.Logits(rows, cosines);
        int right = truth.Where((label, row) =>
            head.Winner(cosines.AsSpan(row * head.Classes.Count, head.Classes.Count)) == label).Count();
        return (double)right / truth.Length;
    }

    private static int IndexOf(IReadOnlyList<ShapeCombination> all, ShapeCombination item) =>
        Enumerable.Range(0, all.Count).First(i => all[i] == item);
}
