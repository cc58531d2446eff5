using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Methods.Heads;

/// <summary>Embeddings of changed copies of support samples, made once for all episodes.</summary>
internal sealed class SupportCopies
{
    private readonly Dictionary<int, int> _places;
    private readonly Matrix<float> _rows;
    private readonly int _copies;

    private SupportCopies(IReadOnlyList<int> samples, Matrix<float> rows, int copies)
    {
        _places = samples.Select((sample, place) => KeyValuePair.Create(sample, place)).ToDictionary();
        _rows = rows;
        _copies = copies;
    }

    /// <summary>The copies of all support samples of a cell; null where the augmentation changes no picture.</summary>
    public static SupportCopies? Of(Augmentation augmentation, MethodContext context) =>
        augmentation.Kind == AugmentationKind.Nontrivial
            ? new SupportCopies(
                context.SupportSamples,
                context.Services.EmbedCopies(context.SupportSamples, augmentation),
                augmentation.Copies)
            : null;

    /// <summary>The support of an episode, each row followed by its copies, with its labels repeated.</summary>
    public (Matrix<float> Rows, LabelRows Labels) Enlarge(EpisodeTask task)
    {
        var rows = new Matrix<float>(task.Support.Rows * (1 + _copies), task.Support.Columns);
        for (int i = 0; i < task.Support.Rows; i++)
        {
            int first = i * (1 + _copies);
            task.Support.Row(i).CopyTo(rows.Row(first));
            for (int copy = 0; copy < _copies; copy++)
            {
                _rows.Row((_places[task.SupportSamples[i]] * _copies) + copy).CopyTo(rows.Row(first + 1 + copy));
            }
        }

        return (rows, task.SupportLabels.Repeat(1 + _copies));
    }
}
