using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Clipper.Clip.Runtime;

/// <summary>Debian's libtorch takes whatever <c>libblas.so.3</c> is found. This makes it find OpenBLAS's OpenMP
/// build, with kernels that fit the processor. Harmless where libtorch brings a BLAS of its own.</summary>
internal static class OpenBlas
{
    private static readonly string[] _libraries = ["libopenblas.so.0", "libblas.so.3", "liblapack.so.3"];

    /// <summary>Chooses kernels and loads the OpenMP build, where it is installed. Only of use before libtorch is
    /// loaded: the dynamic linker then takes the libraries that are there already.</summary>
    public static void Prefer()
    {
        // OpenBLAS 0.3.21 does not know newer processors and falls back to Haswell kernels: half the speed.
        if (Avx512BW.IsSupported)
        {
            NativeEnvironment.SetDefault("OPENBLAS_CORETYPE", "SkylakeX");
        }

        string folder = Path.Combine("/usr/lib", Multiarch, "openblas-openmp");
        foreach (string library in _libraries)
        {
            _ = NativeLibrary.TryLoad(Path.Combine(folder, library), out _);
        }
    }

    /// <summary>Version, threading and kernels of the OpenBLAS in this process; null where it holds none.</summary>
    public static unsafe (string Library, string Core)? Describe()
    {
        string? path = LoadedLibraries.Find("libopenblas");
        if (path is null
            || !NativeLibrary.TryLoad(path, out nint library)
            || !NativeLibrary.TryGetExport(library, "openblas_get_config", out nint config)
            || !NativeLibrary.TryGetExport(library, "openblas_get_corename", out nint core))
        {
            return null;
        }

        string text = Text(((delegate* unmanaged<byte*>)config)());
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string version = words.Skip(1).FirstOrDefault("unknown version");
        string threading = text.Contains("USE_OPENMP", StringComparison.Ordinal) ? "openmp" : "pthread";
        return ($"OpenBLAS {version} ({threading})", Text(((delegate* unmanaged<byte*>)core)()));
    }

    private static string Multiarch =>
        RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "aarch64-linux-gnu" : "x86_64-linux-gnu";

    private static unsafe string Text(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "";
}
