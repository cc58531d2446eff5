using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Methods.ZeroShot;

/// <summary>A vector for every class of a data set, by its label.</summary>
internal sealed class ClassVectors
{
    private readonly Dictionary<string, int> _rows;
    private readonly Matrix<float> _vectors;

    /// <summary>For a data set.</summary>
    /// <param name="classes">Labels of all classes.</param>
    /// <param name="vectors">Their vectors [classes, d].</param>
    public ClassVectors(IReadOnlyList<string> classes, Matrix<float> vectors)
    {
        _rows = classes.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        _vectors = vectors;
    }

    /// <summary>The vectors of some classes [ways, d], in their order.</summary>
    public Matrix<float> Of(IReadOnlyList<string> ways)
    {
        var rows = new Matrix<float>(ways.Count, _vectors.Columns);
        for (int way = 0; way < ways.Count; way++)
        {
            _vectors.Row(_rows[ways[way]]).CopyTo(rows.Row(way));
        }

        return rows;
    }
}
