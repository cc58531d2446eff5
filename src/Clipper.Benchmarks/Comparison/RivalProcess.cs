using System.Diagnostics;
using System.Globalization;

namespace Clipper.Benchmarks.Comparison;

/// <summary>A Python script of <c>rivals/</c> that answers lines.</summary>
internal sealed class RivalProcess : IDisposable
{
    /// <summary>Debian's, which apt gives its packages to; RIVAL_PYTHON names another.</summary>
    public static readonly string Python =
        Environment.GetEnvironmentVariable("RIVAL_PYTHON") is { Length: > 0 } named ? named : "/usr/bin/python3";

    private readonly Process _process;

    /// <summary>Starts <c>SCRIPT serve FOLDER</c> with the kernels that our own process computes with.</summary>
    public RivalProcess(string script, string folder, string kernels)
    {
        ProcessStartInfo start = StartOf(script, "serve", folder);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.Environment["OPENBLAS_CORETYPE"] = kernels;
        start.Environment["OMP_WAIT_POLICY"] = "PASSIVE";
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{Python} did not start.");
        Greeting = Read();
    }

    /// <summary>What it says about itself: versions and BLAS.</summary>
    public string Greeting { get; }

    /// <summary>Lets <c>SCRIPT write FOLDER</c> make what both sides work on.</summary>
    public static void Prepare(string script, string folder)
    {
        Directory.CreateDirectory(folder);
        using Process process = Process.Start(StartOf(script, "write", folder))
            ?? throw new InvalidOperationException($"{Python} did not start.");
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{script} ended with {process.ExitCode}.");
        }
    }

    /// <summary>Sends a line and waits for the answer.</summary>
    public string Ask(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
        return Read();
    }

    /// <summary>Sends a line that is answered with seconds.</summary>
    public Measurement Measure(string line)
    {
        double[] seconds =
            [.. Ask(line).Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
        return new Measurement(seconds[0], seconds[1]);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static ProcessStartInfo StartOf(string script, string command, string folder) =>
        new(Python, [Path.Combine(AppContext.BaseDirectory, "rivals", script), command, folder]);

    private string Read() => _process.StandardOutput.ReadLine()
        ?? throw new InvalidOperationException("the rival ended; its error is above.");
}
