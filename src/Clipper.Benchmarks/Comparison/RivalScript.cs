using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using System.Text.Json;

namespace Clipper.Benchmarks.Comparison;

/// <summary>Runs a script of the folder <c>rivals</c> with the fastest kernels that its BLAS has.</summary>
internal static class RivalScript
{
    private static readonly JsonSerializerOptions _lowerCase = new(JsonSerializerDefaults.Web);

    /// <summary>Runs it, and reads the one JSON object that it prints.</summary>
    /// <param name="script">Its file name.</param>
    /// <param name="threads">Threads of its native libraries.</param>
    /// <param name="arguments">Its arguments.</param>
    public static T Run<T>(string script, int threads, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(RivalProcess.Python, [Path.Combine(Folder(), script), .. arguments])
        {
            RedirectStandardOutput = true,
        };
        string count = threads.ToString(CultureInfo.InvariantCulture);
        start.Environment["OMP_NUM_THREADS"] = count;
        start.Environment["OPENBLAS_NUM_THREADS"] = count;
        start.Environment["OMP_WAIT_POLICY"] = "PASSIVE";
        if (Avx512BW.IsSupported)
        {
            // OpenBLAS takes slower kernels on processors that it does not know.
            start.Environment["OPENBLAS_CORETYPE"] = "SkylakeX";
        }

        using Process process = RivalProcess.Start(start);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new RivalException($"{script} ended with {process.ExitCode}; its error is above.");
        }

        return JsonSerializer.Deserialize<T>(output, _lowerCase)
            ?? throw new InvalidDataException($"{script} printed no answer.");
    }

    private static string Folder([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source) ?? "", "..", "rivals"));
}
