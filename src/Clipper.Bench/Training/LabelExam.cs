using Clipper.Bench.Datasets.Shapes;
using Clipper.Clip.Imaging;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Metrics;
using Clipper.Core.Randomness;

namespace Clipper.Bench.Training;

/// <summary>Examines a model as the multi-label form of the data set does, with small episodes: weights imprinted from
/// 5 pictures a label rank pictures of 1 or 2 objects. The pictures show all combinations for training, as each shape
/// needs several colours, those held out among them.</summary>
internal sealed class LabelExam
{
    private const int Pictures = 480;
    private const int Episodes = 40;
    private const int Ways = 5;
    private const int Shots = 5;
    private const int Queries = 15;

    private static readonly int _shapes = Enum.GetValues<ShapeKind>().Length;
    private static readonly int _labels = _shapes + Enum.GetValues<ShapeColor>().Length;

    private readonly int[][] _truth;
    private readonly float[] _planes;

    /// <summary>Draws its pictures, always the same ones.</summary>
    public LabelExam(ImagePreprocessor preprocessor)
    {
        ShapePicture[] pictures =
        [
            .. Enumerable.Range(0, Pictures).Select(
                k => ShapePicture.Draw(ShapeCombination.Training, Seed.Derive("toy-exam", "labels", k))),
        ];
        _truth = [.. pictures.Select(picture => LabelsOf(picture.Combinations))];
        _planes = HeldOutExam.PlanesOf(preprocessor, pictures);
    }

    /// <summary>Labels of a picture: its shapes, then its colours.</summary>
    public static int[] LabelsOf(IReadOnlyList<ShapeCombination> objects) =>
    [
        .. objects.SelectMany(item => new[] { (int)item.Shape, _shapes + (int)item.Color }).Distinct().Order(),
    ];

    /// <summary>The mean over episodes of the macro mAP.</summary>
    public double Take(ITowers towers)
    {
        float[] values = towers.EmbedImages(_planes, Pictures);
        var rows = new Matrix<float>(values, Pictures, values.Length / Pictures);
        return Enumerable.Range(0, Episodes).Average(episode => MapOf(rows, episode));
    }

    private double MapOf(Matrix<float> rows, int episode)
    {
        var random = new RandomState(Seed.Derive("toy-exam", "episode", episode));
        int[] ways = [.. random.Choose(_labels, Ways)];
        int[] order = random.Permutation(Pictures);
        var support = new List<int>();
        var queries = new List<int>();
        foreach (int way in ways)
        {
            int[] drawn =
            [
                .. order.Where(i => _truth[i].Contains(way) && !support.Contains(i) && !queries.Contains(i))
                    .Take(Shots + Queries),
            ];
            support.AddRange(drawn[..Shots]);
            queries.AddRange(drawn[Shots..]);
        }

        var head = ImprintedHead<float>.Imprint(
            HeadKind.Mwi, HeldOutExam.Select(rows, support), Among(support, ways),
            [.. ways.Select(way => $"{way}")]);
        var cosines = new Matrix<float>(queries.Count, Ways);
        head.Logits(HeldOutExam.Select(rows, queries), cosines.Values);
        return AveragePrecision.Average(Among(queries, ways), cosines.View, Averaging.Macro);
    }

    private LabelRows Among(List<int> pictures, int[] ways) =>
        LabelRows.Of([.. pictures.Select(picture => Among(_truth[picture], ways))], ways.Length);

    private static int[] Among(int[] labels, int[] ways) =>
        [.. labels.Select(label => Array.IndexOf(ways, label)).Where(way => way >= 0).Order()];
}
