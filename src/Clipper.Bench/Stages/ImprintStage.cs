using Clipper.Core.Errors;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Stages;

/// <summary>Embeddings and labels to a head: what <c>clipper imprint</c> does.</summary>
/// <param name="Embeddings">The support embeddings.</param>
/// <param name="Labels">Their labels; every line must name a row, rows without a line take no part.</param>
/// <param name="ByPosition">Line i is row i, whatever the ids say.</param>
public sealed record ImprintStage(EmbeddingsFile Embeddings, LabelsFile Labels, bool ByPosition = false)
{
    /// <summary>Imprints a new head over the labels that occur and <paramref name="furtherClasses"/>, which stay
    /// unimprinted where no sample carries them.</summary>
    /// <exception cref="DataFileException">Labels that do not fit the embeddings or the kind.</exception>
    public ImprintedHead<float> Imprint(HeadKind kind, IReadOnlyList<string> furtherClasses)
    {
        Support support = Select(kind, furtherClasses);
        return ImprintedHead<float>.Imprint(kind, support.Embeddings, support.Labels, support.Classes);
    }

    /// <summary>Adds the labels that occur to <paramref name="head"/> as new classes, sorted among
    /// themselves.</summary>
    /// <exception cref="DataFileException">A label is in the head already, or labels do not fit.</exception>
    public ImprintedHead<float> Append(ImprintedHead<float> head, IReadOnlyList<string> furtherClasses)
    {
        Support support = Select(head.Kind, furtherClasses);
        if (support.Classes.FirstOrDefault(head.Classes.Contains) is { } known)
        {
            throw new DataFileException(
                Labels.Path, $"'{known}' is in the head already; --append takes new classes alone.");
        }

        return head.Dimension == Embeddings.Values.Columns
            ? head.Add(support.Embeddings, support.Labels, support.Classes)
            : throw new DataFileException(
                Embeddings.Path, $"rows of length {Embeddings.Values.Columns} do not fit the head's {head.Dimension}.");
    }

    private Support Select(HeadKind kind, IReadOnlyList<string> furtherClasses)
    {
        IEnumerable<string> names = Labels.Rows.SelectMany(row => row.Labels).Concat(furtherClasses);
        IReadOnlyList<string> classes = LabelOrder.Sort(names);
        var indices = classes.Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        Matrix<float> selected = new(Labels.Rows.Count, Embeddings.Values.Columns);
        var labels = new int[Labels.Rows.Count][];
        RowLookup rows = ByPosition ? RowLookup.ByPosition(Embeddings, Labels) : RowLookup.ById(Embeddings, Labels);
        for (int i = 0; i < labels.Length; i++)
        {
            LabelsRow row = Labels.Rows[i];
            if (kind == HeadKind.Wi && row.Labels.Count != 1)
            {
                throw new DataFileException(
                    Labels.Path, $"line {row.Line}: '{row.Id}' has {row.Labels.Count} labels; the head wi takes one.");
            }

            Embeddings.Values.Row(rows.Of(i)).CopyTo(selected.Row(i));
            labels[i] = [.. row.Labels.Select(label => indices[label])];
        }

        return classes.Count > 0
            ? new Support(selected, LabelRows.Of(labels, classes.Count), classes)
            : throw new DataFileException(Labels.Path, "holds no label.");
    }

    private sealed record Support(Matrix<float> Embeddings, LabelRows Labels, IReadOnlyList<string> Classes);
}
