using BenchmarkDotNet.Loggers;

namespace Clipper.Benchmarks.Suite;

/// <summary>Shows which benchmark runs, and errors, and nothing else of what BenchmarkDotNet says.</summary>
internal sealed class ProgressLogger(TextWriter output) : ILogger
{
    private const string Beginning = "// Benchmark: ";

    /// <inheritdoc />
    public string Id => nameof(ProgressLogger);

    /// <inheritdoc />
    public int Priority => 0;

    /// <inheritdoc />
    public void Write(LogKind logKind, string text)
    {
        if (logKind == LogKind.Error)
        {
            output.Write(text);
        }
    }

    /// <inheritdoc />
    public void WriteLine()
    {
    }

    /// <inheritdoc />
    public void WriteLine(LogKind logKind, string text)
    {
        if (logKind == LogKind.Error)
        {
            output.WriteLine(text);
        }
        else if (text.StartsWith(Beginning, StringComparison.Ordinal))
        {
            output.WriteLine(text[Beginning.Length..]);
        }
    }

    /// <inheritdoc />
    public void Flush() => output.Flush();
}
