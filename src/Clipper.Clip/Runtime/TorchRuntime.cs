namespace Clipper.Clip.Runtime;

/// <summary>Prepares the process for libtorch before its first load. (To be written by its owner; this is the agreed surface.)</summary>
public static class TorchRuntime
{
    /// <summary>BLAS core type, openmp BLAS, malloc, thread count, one sgemm probe. Idempotent and thread-safe; called before any torch call.</summary>
    /// <param name="threads">Intra-op threads; 0 = all cores.</param>
    /// <exception cref="Clipper.Core.Errors.DataFileException">libtorch is missing, or the BLAS is the slow reference build; says what to install.</exception>
    public static TorchReport Start(int threads = 0) => throw new NotImplementedException();
}
