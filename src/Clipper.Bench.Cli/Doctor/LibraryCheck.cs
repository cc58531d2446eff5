using System.ComponentModel;
using System.Diagnostics;
using Clipper.Bench.Cli.Output;
using Clipper.Clip.Imaging;
using Clipper.Clip.Runtime;
using Clipper.Core.Errors;

namespace Clipper.Bench.Cli.Doctor;

/// <summary>The native libraries and programs that Clipper.Bench stands on.</summary>
internal static class LibraryCheck
{
    private const string InstallFix = "./run.sh setup installs and builds what is missing";

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
