using Symmetricity = MathNet.Numerics.LinearAlgebra.Symmetricity;

namespace Clipper.Core.LinearAlgebra;

/// <summary>Eigenvalues, ascending, and orthonormal eigenvectors of a symmetric matrix.</summary>
/// <param name="Values">The eigenvalues.</param>
/// <param name="Vectors">Row i is the vector of value i.</param>
internal sealed record SymmetricEigen(double[] Values, Matrix<double> Vectors)
{
    /// <summary>Decomposes <paramref name="matrix"/> [n, n].</summary>
    public static SymmetricEigen Of(Matrix<double> matrix)
    {
        // MathNet stores columns one after the other, so its columns are our rows.
        var dense = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(
            matrix.Rows, matrix.Columns, matrix.Values.ToArray());
        var found = dense.Evd(Symmetricity.Symmetric);
        var vectors = new Matrix<double>(found.EigenVectors.ToColumnMajorArray(), matrix.Rows, matrix.Columns);
        return new SymmetricEigen([.. found.EigenValues.Select(value => value.Real)], vectors);
    }
}
