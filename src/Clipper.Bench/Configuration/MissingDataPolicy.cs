namespace Clipper.Bench.Configuration;

/// <summary>What a data set that is not there does to a run.</summary>
public enum MissingDataPolicy
{
    /// <summary>The run stops before any work.</summary>
    Error,

    /// <summary>It goes on without it, and tables have gaps that say why.</summary>
    Gap,
}
