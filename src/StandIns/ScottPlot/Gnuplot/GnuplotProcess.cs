using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace ScottPlot.Gnuplot;

/// <summary>Runs gnuplot on a script and gives what it draws.</summary>
internal static class GnuplotProcess
{
    // Names of a locale or a user's settings must not change a figure.
    private static readonly (string Name, string Value)[] _environment =
        [("LC_ALL", "C.UTF-8"), ("GNUTERM", "dumb"), ("GNUPLOT_LIB", ""), ("GNUPLOT_DRIVER_DIR", "")];

    /// <summary>The bytes of the image.</summary>
    /// <exception cref="DllNotFoundException">gnuplot is not installed.</exception>
    /// <exception cref="ExternalException">gnuplot could not draw the script.</exception>
    public static byte[] Run(string script)
    {
        using Process process = Start();
        using var image = new MemoryStream();
        Task<string> errors = OnThread(process.StandardError.ReadToEnd);
        Task<long> reading = OnThread(() =>
        {
            process.StandardOutput.BaseStream.CopyTo(image);
            return image.Length;
        });
        process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(script));
        process.StandardInput.Close();
        Task.WaitAll(reading, errors);
        process.WaitForExit();
        return process.ExitCode == 0 && image.Length > 0
            ? image.ToArray()
            : throw new ExternalException($"gnuplot could not draw a figure: {errors.Result.Trim()}");
    }

    // Not on the pool: figures are drawn side by side, and readers that wait for a pool of waiting drawers cost half a
    // second each.
    private static Task<T> OnThread<T>(Func<T> read) => Task.Factory.StartNew(
        read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static Process Start()
    {
        var start = new ProcessStartInfo("gnuplot", ["--default-settings", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in _environment.Where(pair => pair.Value.Length > 0))
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start)
                ?? throw new DllNotFoundException("gnuplot draws the figures and did not start.");
        }
        catch (Win32Exception e)
        {
            throw new DllNotFoundException(
                "gnuplot draws the figures and is not installed; install it with: apt-get install gnuplot-nox", e);
        }
    }
}
