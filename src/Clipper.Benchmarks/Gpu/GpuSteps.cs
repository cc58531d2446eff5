using System.Diagnostics;
using Clipper.Core.Errors;

namespace Clipper.Benchmarks.Gpu;

/// <summary>Pieces of work, the weightiest first, of which none begins when the time is up.</summary>
/// <param name="budget">The time.</param>
/// <param name="checks">Is told what a piece broke on.</param>
internal sealed class GpuSteps(TimeSpan budget, GpuChecks checks)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly List<string> _left = [];

    /// <summary>What did not begin any more.</summary>
    public IReadOnlyList<string> Left => _left;

    /// <summary>Does a piece of work where there is time. What the device cannot do is said; other faults of its own
    /// are failures, and the next piece begins.</summary>
    public void Do(string name, Action work)
    {
        if (Stopwatch.GetElapsedTime(_start) >= budget)
        {
            _left.Add(name);
            return;
        }

        try
        {
            work();
        }
        catch (UsageException error)
        {
            Console.WriteLine($"not done: {name}: {error.Message}");
        }
        catch (Exception error) when (error is UserException or IOException or InvalidOperationException
            or System.Runtime.InteropServices.ExternalException)
        {
            checks.Fail($"{name}: {error.Message}");
        }
    }
}
