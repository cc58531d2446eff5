using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Clipper.Core.Errors;

namespace Clipper.Bench.Runs;

/// <summary>Computes cells in processes of their own (<c>clipper run-cell</c>), so that a native crash or a lack of
/// memory costs one cell.</summary>
/// <param name="folder">The results folder, in which the run has written its configuration.</param>
/// <param name="options">The program to start, and the device.</param>
/// <param name="watch">Is told what the processes warn of, and ends them.</param>
internal sealed class CellProcess(ResultsFolder folder, RunOptions options, RunWatch watch)
{
    private const int LinesKept = 20;
    private const int SignalBase = 128;
    private const string WarningMark = "warning: ";

    /// <summary>Computes a cell; on return its result is in the folder.</summary>
    /// <exception cref="CellProcessException">The cell failed, or the process died.</exception>
    /// <exception cref="UsageException">The program cannot be started.</exception>
    public void Compute(Cell cell, int threads)
    {
        File.Delete(folder.Failure(cell));
        using Process process = Start(cell, threads);
        using CancellationTokenRegistration kill = watch.Cancellation.Register(process.Kill);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string said = Listen(process.StandardError);
        process.WaitForExit();
        _ = output.Result;
        watch.Cancellation.ThrowIfCancellationRequested();
        if (process.ExitCode != 0)
        {
            string file = folder.Failure(cell);
            throw new CellProcessException(File.Exists(file) ? CellFailure.Read(file) : Died(cell, process, said));
        }
    }

    // The process ends itself when its stdin does, so that none outlives a run that was killed.
    private Process Start(Cell cell, int threads)
    {
        string[] args =
        [
            .. options.Isolation.Skip(1), "run-cell", folder.Path, cell.Id,
            "--threads", threads.ToString(CultureInfo.InvariantCulture), "--device", options.Device,
            .. options.CacheRoot.Length > 0 ? new[] { "--cache", options.CacheRoot } : [],
        ];
        var start = new ProcessStartInfo(options.Isolation[0], args)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start) ?? throw new UsageException($"{options.Isolation[0]} cannot be started.");
        }
        catch (Win32Exception e)
        {
            throw new UsageException($"{options.Isolation[0]} cannot be started for a cell: {e.Message}", e);
        }
    }

    private string Listen(StreamReader error)
    {
        var last = new Queue<string>();
        while (error.ReadLine() is { } line)
        {
            int mark = line.IndexOf(WarningMark, StringComparison.Ordinal);
            if (mark >= 0)
            {
                watch.Observer.Warning(line[(mark + WarningMark.Length)..]);
            }

            last.Enqueue(line);
            if (last.Count > LinesKept)
            {
                last.Dequeue();
            }
        }

        return string.Join('\n', last);
    }

    private CellFailure Died(Cell cell, Process process, string said) => new(
        cell.Id,
        nameof(CellProcess),
        string.Create(
            CultureInfo.InvariantCulture,
            $"the process that computed it, {process.Id}, {EndOf(process.ExitCode)} before the cell was done"),
        said,
        Seed: 0,
        Reproduce: "");

    private static string EndOf(int exitCode) => exitCode switch
    {
        SignalBase + 4 => "was ended by SIGILL (an instruction that this CPU lacks)",
        SignalBase + 6 => "was ended by SIGABRT (a native library or the runtime gave up)",
        SignalBase + 7 => "was ended by SIGBUS",
        SignalBase + 9 => "was ended by SIGKILL (the machine ran out of memory, or somebody ended it)",
        SignalBase + 11 => "was ended by SIGSEGV (a crash in a native library)",
        _ => string.Create(CultureInfo.InvariantCulture, $"left with {exitCode}"),
    };
}
