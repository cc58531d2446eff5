namespace Clipper.Clip.Runtime;

/// <summary>What the process computes with; goes into run.json and doctor.</summary>
/// <param name="TorchVersion">Version of libtorch, e.g. 1.13.1.</param>
/// <param name="Provider">Name and informational version of the TorchSharp assembly in use.</param>
/// <param name="BlasLibrary">The BLAS library found in the process, e.g. OpenBLAS 0.3.21 (openmp).</param>
/// <param name="BlasCore">Name of the BLAS kernels in use, e.g. SkylakeX.</param>
/// <param name="Threads">Intra-op threads.</param>
/// <param name="SgemmGflops">What the probe measured, in GFLOP/s.</param>
/// <param name="CudaDevices">Number of CUDA devices.</param>
public sealed record TorchReport(
    string TorchVersion, string Provider, string BlasLibrary, string BlasCore, int Threads, double SgemmGflops,
    int CudaDevices);
