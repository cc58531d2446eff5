using System.Globalization;

namespace Clipper.Benchmarks.Imprinting;

/// <summary>Sizes of a scoring.</summary>
/// <param name="Rows">Queries.</param>
/// <param name="Classes">Classes of the head.</param>
public sealed record ScoreShape(int Rows, int Classes)
{
    /// <inheritdoc />
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Rows:N0} × 512 against {Classes:N0} classes");
}
