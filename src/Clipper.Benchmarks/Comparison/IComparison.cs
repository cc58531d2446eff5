namespace Clipper.Benchmarks.Comparison;

/// <summary>One piece of work that Clipper.Bench and a Python script do with the same numbers.</summary>
internal interface IComparison
{
    /// <summary>What is done, for the table.</summary>
    string Name { get; }

    /// <summary>The script, in the folder <c>rivals</c>: it takes <c>serve FOLDER</c>, and then lines
    /// <c>answers REQUEST</c> and <c>fit REQUEST</c>.</summary>
    string Script { get; }

    /// <summary>What the script is asked for.</summary>
    string Request { get; }

    /// <summary>Makes the numbers and writes those that the script reads.</summary>
    void Prepare(string folder);

    /// <summary>Does the work.</summary>
    double Run();

    /// <summary>What is wrong with our answer beside the rival's; null where nothing is.</summary>
    string? Problem(double ours, double theirs);
}
