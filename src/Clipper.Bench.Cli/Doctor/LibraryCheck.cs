using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.Intrinsics.X86;
using Clipper.Bench.Cli.Output;
using Clipper.Clip.Imaging;
using Clipper.Clip.Runtime;
using Clipper.Core.Errors;

namespace Clipper.Bench.Cli.Doctor;

/// <summary>The native libraries and programs that Clipper.Bench stands on.</summary>
internal static class LibraryCheck
{
    private const string InstallFix = "./run.sh setup installs and builds what is missing";

    // OpenBLAS's for x64 without AVX-512.
    private static readonly string[] _narrowKernels =
    [
        "Haswell", "Zen", "Sandybridge", "Nehalem", "Penryn", "Core2", "Prescott", "Excavator", "Steamroller",
        "Piledriver", "Bulldozer", "Barcelona",
    ];

    public static void Torch(Examination examination, PathPrivacy privacy)
    {
        FactList facts = examination.Topic("torch");
        try
        {
            TorchReport report = TorchRuntime.Start();
            facts.Add("libtorch", report.TorchVersion)
                .Add("provider", report.Provider)
                .Add("blas", privacy.Clean(report.BlasLibrary))
                .Add("blas_core", report.BlasCore)
                .Add("threads_a_worker", report.Threads)
                .Add("sgemm_gflops", Math.Round(report.SgemmGflops, 1))
                .Add("cuda_devices", report.CudaDevices);
            if (GpuListing.Read() is { Count: > 0 } gpus)
            {
                facts.Add("gpus", gpus);
            }

            if (SlowKernels(report.BlasCore, Avx512BW.IsSupported) is { } slow)
            {
                examination.Remark(slow, "unset OPENBLAS_CORETYPE, or set it to SkylakeX");
            }
        }
        catch (UserException error)
        {
            facts.Add("libtorch", "cannot be used");
            examination.Problem(privacy.Clean(error.Message), InstallFix);
        }
    }

    public static void Codecs(Examination examination)
    {
        FactList facts = examination.Topic("images");
        try
        {
            facts.Add("decoders", ImagePreprocessor.DecoderVersions);
        }
        catch (Exception error) when (error is TypeInitializationException or TypeLoadException)
        {
            facts.Add("decoders", "cannot be loaded");
            examination.Problem("the native image decoders cannot be loaded", InstallFix);
        }
    }

    public static void Gnuplot(Examination examination)
    {
        string? version = VersionOfGnuplot();
        examination.Topic("plots").Add("gnuplot", version ?? "not found");
        if (version is null && BuildVersion.Providers == "local")
        {
            examination.Remark("gnuplot is missing; it draws the plots", "apt-get install gnuplot-nox");
        }
    }

    /// <summary>What is wrong with the kernels that OpenBLAS computes with; null where they fit the
    /// processor.</summary>
    /// <param name="core">Their name.</param>
    /// <param name="hasAvx512">Whether the processor has 512-bit vectors.</param>
    internal static string? SlowKernels(string core, bool hasAvx512) =>
        hasAvx512 && _narrowKernels.Contains(core, StringComparer.OrdinalIgnoreCase)
            ? $"OpenBLAS computes with the kernels for {core}, at about half the speed that this processor's 512-bit "
                + "vectors allow"
            : null;

    private static string? VersionOfGnuplot()
    {
        try
        {
            using Process? process = Process.Start(
                new ProcessStartInfo("gnuplot", ["--version"]) { RedirectStandardOutput = true });
            return process?.StandardOutput.ReadToEnd().Trim();
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
