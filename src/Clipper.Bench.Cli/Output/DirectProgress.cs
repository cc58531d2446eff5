namespace Clipper.Bench.Cli.Output;

/// <summary>Passes reports on at once, on the thread that makes them (<see cref="Progress{T}"/> posts them, late and in
/// any order).</summary>
internal sealed class DirectProgress<T>(Action<T> report) : IProgress<T>
{
    /// <inheritdoc />
    public void Report(T value) => report(value);
}
