namespace Clipper.Benchmarks.Suite;

/// <summary>Benchmarks whose work is counted.</summary>
public interface ICountedWork
{
    /// <summary>What one call of a benchmark does, with the parameters that are set; asked before any set-up.</summary>
    /// <param name="benchmark">The benchmark's method.</param>
    Work WorkOf(string benchmark);
}
