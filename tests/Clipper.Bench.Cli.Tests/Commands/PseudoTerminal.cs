using System.Diagnostics;
using System.Text;

namespace Clipper.Bench.Cli.Tests.Commands;

/// <summary>Runs the built program on a pseudo-terminal, by util-linux's <c>script</c>.</summary>
internal sealed class PseudoTerminal : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _seen = new();

    /// <summary>Starts it in a window of so many columns.</summary>
    public PseudoTerminal(int columns, string folder, IEnumerable<string> args, string environment = "")
    {
        string words = string.Join(' ', ChildProcess.Words.Concat(args).Select(word => $"'{word}'"));
        string script = Path.Combine(folder, $"pty-{columns}.sh");
        File.WriteAllText(script, $"stty cols {columns} rows 30\n{environment} TERM=xterm exec {words}\n");
        var start = new ProcessStartInfo("script", ["-qefc", $"sh {script}", "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException("script did not start.");
    }

    /// <summary>Reads until the screen has shown a text, or the program ends.</summary>
    public string ReadUntil(string text)
    {
        var buffer = new char[4096];
        while (!_seen.ToString().Contains(text, StringComparison.Ordinal))
        {
            int count = _process.StandardOutput.Read(buffer);
            if (count == 0)
            {
                break;
            }

            _seen.Append(buffer, 0, count);
        }

        return _seen.ToString();
    }

    /// <summary>Presses a key.</summary>
    public void Press(char key)
    {
        _process.StandardInput.Write(key);
        _process.StandardInput.Flush();
    }

    /// <summary>Waits for the end of the program.</summary>
    public (int ExitCode, string Screen) Finish()
    {
        _seen.Append(_process.StandardOutput.ReadToEnd());
        _process.WaitForExit();
        return (_process.ExitCode, _seen.ToString());
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
