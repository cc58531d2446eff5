using BenchmarkDotNet.Loggers;

namespace Clipper.Benchmarks.Suite;

/// <summary>Shows which benchmark runs, and errors, and nothing else of what BenchmarkDotNet says.</summary>
internal sealed class ProgressLogger(TextWriter output) : ILogger
{
    private const string Beginning = "// Benchmark: ";
    private const string StackLine = "   at ";
    private const string Thrown = "Exception: ";

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
        // What a benchmark throws comes as any other line of its process.
        if (logKind == LogKind.Error || text.Contains(Thrown, StringComparison.Ordinal)
            || text.StartsWith(StackLine, StringComparison.Ordinal))
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
