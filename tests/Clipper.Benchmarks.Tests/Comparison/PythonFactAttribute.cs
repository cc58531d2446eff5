using Clipper.Benchmarks.Comparison;
using Clipper.Testing;

namespace Clipper.Benchmarks.Tests.Comparison;

/// <summary>A test with the rivals' Python; skipped, with the reason, where it or one of its packages is
/// missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PythonFactAttribute : FactAttribute
{
    /// <summary>Needs packages.</summary>
    /// <param name="packages">Their names in Python.</param>
    public PythonFactAttribute(params string[] packages) => Skip = WhyNot(packages);

    private static string? WhyNot(string[] packages)
    {
        const string find = "import importlib.util as u, sys; print(*(n for n in sys.argv[1:] if not u.find_spec(n)))";
        string missing = File.Exists(RivalProcess.Python)
            ? Tool.Run(RivalProcess.Python, "/", ["-c", find, .. packages]).Output.Trim()
            : "Python";
        return missing.Length == 0 ? null : $"{missing} not found; './run.sh bench --rivals' installs it.";
    }
}
