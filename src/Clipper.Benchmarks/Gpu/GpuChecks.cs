using System.Globalization;

namespace Clipper.Benchmarks.Gpu;

/// <summary>What was compared with what it ought to be. Every line is printed at once; what failed does not stop the
/// rest, and is counted.</summary>
internal sealed class GpuChecks
{
    private readonly List<string> _failures = [];

    /// <summary>What failed, in its order.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>Holds a value to a bound; what is no number is over it.</summary>
    public void AtMost(string what, double value, double most)
    {
        string line = string.Create(CultureInfo.InvariantCulture, $"{what}: {value:G3}, at most {most:G3}");
        if (value <= most)
        {
            Console.WriteLine($"ok      {line}");
        }
        else
        {
            Fail(line);
        }
    }

    /// <summary>Something is wrong.</summary>
    public void Fail(string what)
    {
        _failures.Add(what);
        Console.WriteLine($"FAILED  {what}");
    }
}
