namespace Clipper.Bench.Runs;

/// <summary>One line of records.csv (DESIGN section 8): one value. Columns that do not apply are null.</summary>
public sealed record RunRecord
{
    /// <summary>Name of the run.</summary>
    public required string Run { get; init; }

    /// <summary>Data set.</summary>
    public required string Dataset { get; init; }

    /// <summary>Split or form of the data set.</summary>
    public required string Variant { get; init; }

    /// <summary>Model.</summary>
    public required string Model { get; init; }

    /// <summary>Label or kind of the method.</summary>
    public required string Method { get; init; }

    /// <summary>Head: wi or mwi; null for methods without one.</summary>
    public string? Head { get; init; }

    /// <summary>Classes an episode.</summary>
    public int? Ways { get; init; }

    /// <summary>Support images a class.</summary>
    public int? Shots { get; init; }

    /// <summary>Query images a class.</summary>
    public int? Queries { get; init; }

    /// <summary>Episodes drawn.</summary>
    public int? Episodes { get; init; }

    /// <summary>Augmentation: none, trivial, nontrivial.</summary>
    public string? Augment { get; init; }

    /// <summary>Copies of every support image.</summary>
    public int? Copies { get; init; }

    /// <summary>Training epochs after imprinting.</summary>
    public int? Epochs { get; init; }

    /// <summary>Decision threshold.</summary>
    public double? Threshold { get; init; }

    /// <summary>Step of a continual stream.</summary>
    public int? Step { get; init; }

    /// <summary>Metric.</summary>
    public required string Metric { get; init; }

    /// <summary>Mean over episodes.</summary>
    public required double Mean { get; init; }

    /// <summary>Half width of the 95 % t-interval; null for n &lt; 2.</summary>
    public double? Ci95 { get; init; }

    /// <summary>Sample standard deviation; null for n &lt; 2.</summary>
    public double? Std { get; init; }

    /// <summary>Number of episodes in the mean.</summary>
    public required int N { get; init; }

    /// <summary>paper or corrected.</summary>
    public required string Mode { get; init; }
}
