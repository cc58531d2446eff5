using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Clipper.Benchmarks.Comparisons;

/// <summary>Runs a script of <c>rivals/</c> on one thread.</summary>
internal static class RivalScript
{
    /// <summary>What the script prints: one JSON object.</summary>
    /// <param name="name">File name of the script.</param>
    /// <param name="arguments">Its arguments.</param>
    public static JsonElement Run(string name, params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/python3") { RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(Folder(), "rivals", name));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (string library in new[] { "OMP", "OPENBLAS", "MKL" })
        {
            start.Environment[$"{library}_NUM_THREADS"] = "1";
        }

        using Process process = Process.Start(start) ?? throw new InvalidOperationException("python3 did not start.");
        string json = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? JsonElement.Parse(json)
            : throw new InvalidOperationException($"{name} ended with code {process.ExitCode}; its message is above.");
    }

    private static string Folder([CallerFilePath] string file = "") =>
        Path.GetDirectoryName(Path.GetDirectoryName(file)) ?? "";
}
