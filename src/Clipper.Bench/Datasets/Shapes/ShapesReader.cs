using System.Globalization;
using Clipper.Core.Randomness;

namespace Clipper.Bench.Datasets.Shapes;

/// <summary>The embedded data set: pictures drawn from a seed. <c>single</c>: one object, class = colour and shape, 72
/// × 20 images. <c>multi</c>: 1 or 2 objects, labels = the shapes and the colours in the picture, 1,440 images. Both
/// show the evaluation combinations alone.</summary>
internal sealed class ShapesReader : IDatasetReader
{
    private const int ImagesPerClass = 20;

    public string Name => "shapes";

    public string Description => "Drawn shapes: 12 shapes × 12 colours, one or several an image, from a seed";

    public IReadOnlyList<string> Variants { get; } = ["single", "multi"];

    public bool IsMultiLabel => false;

    public bool IsGenerated => true;

    public bool IsFoundAt(string root) => true;

    public DatasetContent Read(DatasetSource source) =>
        source.Variant == "multi" ? ReadMulti(source) : ReadSingle(source);

    private static DatasetContent ReadSingle(DatasetSource source)
    {
        var samples = new List<Sample>();
        var store = new ShapesStore(source.Seed);
        IReadOnlyList<ShapeCombination> classes = ShapeCombination.Evaluation;
        for (int label = 0; label < classes.Count; label++)
        {
            for (int k = 0; k < ImagesPerClass; k++)
            {
                string id = string.Create(
                    CultureInfo.InvariantCulture, $"single/{classes[label].Name.Replace(' ', '-')}/{k:00}.bmp");
                samples.Add(new(id, [label]));
                store.Add(id, new([classes[label]], SeedOf(source, id)));
            }
        }

        return new(source.Variant, false, [.. classes.Select(c => c.Name)], samples, store);
    }

    private static DatasetContent ReadMulti(DatasetSource source)
    {
        string[] classes =
        [
            .. Enum.GetValues<ShapeKind>().Select(s => $"shape:{ShapeCombination.NameOf(s)}"),
            .. Enum.GetValues<ShapeColor>().Select(c => $"color:{ShapeCombination.NameOf(c)}"),
        ];
        int shapes = Enum.GetValues<ShapeKind>().Length;
        var samples = new List<Sample>();
        var store = new ShapesStore(source.Seed);
        for (int k = 0; k < ShapeCombination.Evaluation.Count * ImagesPerClass; k++)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"multi/{k:0000}.bmp");
            ShapePicture picture = ShapePicture.Draw(ShapeCombination.Evaluation, SeedOf(source, id));
            IEnumerable<int> labels = picture.Combinations.SelectMany(
                c => new[] { (int)c.Shape, shapes + (int)c.Color });
            samples.Add(new(id, [.. labels.Distinct().Order()]));
            store.Add(id, picture);
        }

        return new(source.Variant, true, classes, samples, store)
        {
            // Without the kind of label before the colon.
            ClassNames = [.. classes.Select(label => label.Split(':')[1])],
        };
    }

    private static Seed SeedOf(DatasetSource source, string id) =>
        Seed.Derive("shapes", id, 0, new Seed(unchecked((ulong)source.Seed)));
}
