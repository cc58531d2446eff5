namespace Clipper.Core.LinearAlgebra;

/// <summary>Rows of equal length, wherever they lie: read in place, one at a time.</summary>
/// <typeparam name="T">float or double.</typeparam>
public interface IRowSource<T>
    where T : unmanaged
{
    /// <summary>Number of rows.</summary>
    int Rows { get; }

    /// <summary>Length of a row.</summary>
    int Columns { get; }

    /// <summary>A row.</summary>
    ReadOnlySpan<T> Row(int index);

    /// <summary>Its norm as <see cref="UnitRows"/> takes it, 1e-6 where it is zero.</summary>
    /// <exception cref="NonFiniteException">A number of the row is NaN or infinite.</exception>
    double Norm(int index);
}
