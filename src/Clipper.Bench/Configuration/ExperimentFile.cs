namespace Clipper.Bench.Configuration;

/// <summary>Reads experiment files strictly. (To be written by its owner; this is the agreed surface.)</summary>
public static class ExperimentFile
{
    /// <summary>Reads and validates; all problems at once.</summary>
    /// <param name="path">The YAML file.</param>
    /// <param name="overrides"><c>path=value</c> pairs of --set.</param>
    /// <exception cref="Clipper.Core.Errors.UsageException">file:line:col of every problem.</exception>
    public static Experiment Load(string path, IReadOnlyList<string> overrides) => throw new NotImplementedException();
}
