using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Clipper.Core.Errors;
using TorchSharp;

namespace Clipper.Clip.Runtime;

/// <summary>Prepares the process for libtorch before its first load, whoever provides it, and says what it computes
/// with.</summary>
/// <remarks>Parallelism comes from workers that run one intra-op thread each, so numbers do not depend on the
/// number of cores; hence one thread by default.</remarks>
public static class TorchRuntime
{
    /// <summary>Slower than this is no BLAS worth the name: the reference one gives about 3.5 GFLOP/s, OpenBLAS 100
    /// to 200.</summary>
    public const double LeastGflops = 20;

    private static readonly Lock _gate = new();
    private static TorchReport? _report;

    /// <summary>What <see cref="Start"/> found; null before it was called (libtorch is then not loaded).</summary>
    public static TorchReport? Report => _report;

    /// <summary>Chooses BLAS, threads and allocator behaviour, loads libtorch, and probes its matrix product once.
    /// Later calls return the first one's report; they only set the calling thread's number of threads.</summary>
    /// <param name="threads">Intra-op threads of the calling thread, at least 1.</param>
    /// <exception cref="DataFileException">libtorch cannot be loaded, or its BLAS, not being OpenBLAS, is too slow
    /// (<c>CLIPPER_ALLOW_SLOW_BLAS=1</c> lets it pass).</exception>
    public static TorchReport Start(int threads = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        lock (_gate)
        {
            if (_report is null)
            {
                Prepare(threads);
                _report = Probe(threads);
            }
        }

        torch.set_num_threads(threads);
        return _report;
    }

    private static void Prepare(int threads)
    {
        NativeEnvironment.SetDefault("OMP_NUM_THREADS", threads.ToString(CultureInfo.InvariantCulture));
        // Active waiting collapses when the cores are shared.
        NativeEnvironment.SetDefault("OMP_WAIT_POLICY", "PASSIVE");
        Malloc.KeepLargeBlocks();
        OpenBlas.Prefer();
    }

    private static TorchReport Probe(int threads)
    {
        double gflops;
        try
        {
            torch.set_num_threads(threads);
            gflops = SgemmProbe.Measure();
        }
        catch (Exception error) when (error is TypeLoadException or TypeInitializationException)
        {
            throw new DataFileException("libtorch", $"cannot be loaded: {ReasonNotLoaded()}", error);
        }

        (string Library, string Core)? fast = OpenBlas.Describe();
        (string library, string core) = fast ?? (OtherBlas(), "unknown");
        if (fast is null)
        {
            Refuse(gflops, library);
        }

        int devices = torch.cuda.is_available() ? torch.cuda.device_count() : 0;
        return new TorchReport(torch.__version__, Provider, library, core, threads, gflops, devices);
    }

    // The package tells of managed references where its native library does not load; the loader tells the reason.
    private static string ReasonNotLoaded()
    {
        string folder = Path.Combine(
            AppContext.BaseDirectory, "runtimes", RuntimeInformation.RuntimeIdentifier, "native");
        string package = Path.Combine(folder, "libLibTorchSharp.so");
        if (!File.Exists(package))
        {
            return "'./run.sh setup' installs Debian's libtorch-dev; LIBTORCH=<folder> names another.";
        }

        try
        {
            NativeLibrary.Free(NativeLibrary.Load(package));
            return "the native library of the TorchSharp package loads, and TorchSharp does not find it.";
        }
        catch (DllNotFoundException fault)
        {
            string reason = fault.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].Trim();
            return $"{reason}. The TorchSharp package asks for a newer system: 0.107.0 for the C++ library of GCC 13 "
                + "(Debian 13, Ubuntu 24.04). CLIPPER_PROVIDERS=local runs on this one.";
        }
    }

    /// <summary>Refuses a slow BLAS that is nobody's known fast one. OpenBLAS is never refused: where it is slow, the
    /// machine is loaded, and that is no reason to stop.</summary>
    internal static void Refuse(double gflops, string library)
    {
        if (gflops >= LeastGflops || Environment.GetEnvironmentVariable("CLIPPER_ALLOW_SLOW_BLAS") == "1")
        {
            return;
        }

        string measured = gflops.ToString("F1", CultureInfo.InvariantCulture);
        throw new DataFileException(
            library,
            $"multiplies matrices at {measured} GFLOP/s, expected at least {LeastGflops}: this is a reference BLAS. "
            + "Install the fast one with 'apt-get install libopenblas0-openmp', or set CLIPPER_ALLOW_SLOW_BLAS=1.");
    }

    private static string OtherBlas() =>
        LoadedLibraries.Find("libmkl") is not null ? "MKL" : LoadedLibraries.Find("libblas") ?? "inside libtorch";

    private static string Provider
    {
        get
        {
            Assembly assembly = typeof(torch).Assembly;
            string? version = assembly
                .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
            return $"{assembly.GetName().Name} {version ?? assembly.GetName().Version?.ToString()}";
        }
    }
}
