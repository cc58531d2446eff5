namespace Clipper.Benchmarks.Comparison;

/// <summary>One piece of work that Clipper.Bench and a Python script do with the same numbers.</summary>
internal interface IComparison
{
    /// <summary>What is done, for the table.</summary>
    string Name { get; }

    /// <summary>The script, in the folder <c>rivals</c>, and its arguments after the folder of the numbers.</summary>
    IReadOnlyList<string> Rival { get; }

    /// <summary>Makes the numbers and writes those that the script reads.</summary>
    void Prepare(string folder);

    /// <summary>Does the work.</summary>
    double[] Run();

    /// <summary>What is wrong with our answers beside the rival's; null where nothing is.</summary>
    string? Problem(double[] ours, double[] theirs);
}
