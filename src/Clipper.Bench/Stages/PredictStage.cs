using System.Globalization;
using Clipper.Bench.Files;
using Clipper.Clip.Files;
using Clipper.Core.Errors;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using CsvHelper;

namespace Clipper.Bench.Stages;

/// <summary>A head and embeddings to scores and predictions: what <c>clipper predict</c> does.</summary>
/// <param name="Head">The head.</param>
/// <param name="Threshold">mwi predicts the classes with score ≥ this; wi always the class with the highest
/// score.</param>
public sealed record PredictStage(ImprintedHead<float> Head, float Threshold = 0.5f)
{
    /// <summary>Scores every row.</summary>
    /// <param name="embeddings">The queries.</param>
    /// <param name="path">The file that the table is for.</param>
    /// <exception cref="DataFileException">The embeddings' length is not the head's.</exception>
    public ScoreTable<float> Score(EmbeddingsFile embeddings, string path)
    {
        Matrix<float> queries = embeddings.Values;
        if (queries.Columns != Head.Dimension)
        {
            throw new DataFileException(
                embeddings.Path, $"rows of length {queries.Columns} do not fit the head's {Head.Dimension}; was it "
                    + "imprinted with another model?");
        }

        var scores = new Matrix<float>(queries.Rows, Head.Classes.Count);
        Head.Scores(queries, scores.Values);
        return new ScoreTable<float>(path, embeddings.Ids, Head.Classes, scores);
    }

    /// <summary>The classes predicted for row <paramref name="row"/>, joined by ';'.</summary>
    public string Predicted(ScoreTable<float> table, int row)
    {
        ReadOnlySpan<float> scores = table.Scores.Row(row);
        return Head.Kind == HeadKind.Wi
            ? Head.Winner(scores) is >= 0 and var winner ? Head.Classes[winner] : ""
            : string.Join(';', Head.Predicted(scores, Threshold).Select(column => Head.Classes[column]));
    }

    /// <summary>Writes <c>id,predicted,&lt;class&gt;…</c>, scores in their shortest exact form, absent or
    /// complete.</summary>
    /// <exception cref="DataFileException">The file cannot be written.</exception>
    public void Save(ScoreTable<float> table) => AtomicFile.Write(table.Path, stream =>
    {
        using var text = new StreamWriter(stream, leaveOpen: true);
        using var csv = new CsvWriter(text, CsvLayout.New(), leaveOpen: true);
        csv.WriteFields(["id", "predicted", .. Head.Classes]);
        for (int row = 0; row < table.Ids.Count; row++)
        {
            csv.WriteFields([table.Ids[row], Predicted(table, row), .. Texts(table.Scores.Row(row))]);
        }
    });

    private static string[] Texts(Span<float> scores)
    {
        var texts = new string[scores.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = scores[i].ToString("R", CultureInfo.InvariantCulture);
        }

        return texts;
    }
}
