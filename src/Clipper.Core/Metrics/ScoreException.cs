using System.Globalization;
using Clipper.Core.Errors;

namespace Clipper.Core.Metrics;

/// <summary>A score that is not a number: a broken embedding, model or score file (exit code 2).</summary>
public sealed class ScoreException : UserException
{
    /// <summary>Names the place.</summary>
    /// <param name="row">Sample, from 0.</param>
    /// <param name="column">Class, from 0.</param>
    public ScoreException(int row, int column)
        : base(
            string.Create(CultureInfo.InvariantCulture, $"The score at row {row}, column {column} (both from 0) is NaN")
            + "; metrics need numbers. Look for a damaged image, embedding or score file.")
    {
        Row = row;
        Column = column;
    }

    /// <summary>Sample, from 0.</summary>
    public int Row { get; }

    /// <summary>Class, from 0.</summary>
    public int Column { get; }

    /// <inheritdoc />
    public override int ExitCode => 2;
}
