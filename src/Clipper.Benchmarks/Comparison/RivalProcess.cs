using System.ComponentModel;
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
    /// <param name="script">Its file name.</param>
    /// <param name="folder">What it works on.</param>
    /// <param name="kernels">OpenBLAS's name of the kernels.</param>
    /// <param name="threads">Threads of its native libraries; null where it sets them itself.</param>
    public RivalProcess(string script, string folder, string kernels, int? threads = null)
    {
        ProcessStartInfo start = StartOf(script, "serve", folder);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.Environment["OPENBLAS_CORETYPE"] = kernels;
        start.Environment["OMP_WAIT_POLICY"] = "PASSIVE";
        if (threads is { } count)
        {
            string text = count.ToString(CultureInfo.InvariantCulture);
            (start.Environment["OMP_NUM_THREADS"], start.Environment["OPENBLAS_NUM_THREADS"]) = (text, text);
        }

        _process = Start(start);
        Greeting = Read();
    }

    /// <summary>What it says about itself: versions and BLAS.</summary>
    public string Greeting { get; }

    /// <summary>Lets <c>SCRIPT write FOLDER</c> make what both sides work on.</summary>
    public static void Prepare(string script, string folder)
    {
        Directory.CreateDirectory(folder);
        using Process process = Start(StartOf(script, "write", folder));
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new RivalException($"{script} ended with {process.ExitCode}; its error is above.");
        }
    }

    /// <summary>Starts Python.</summary>
    /// <exception cref="RivalException">There is none.</exception>
    public static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new RivalException($"{start.FileName} did not start.");
        }
        catch (Win32Exception e)
        {
            throw new RivalException($"{start.FileName} cannot be started.", e);
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
        ?? throw new RivalException("the rival ended; its error is above.");
}
