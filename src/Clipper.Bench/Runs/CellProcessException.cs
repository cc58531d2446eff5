namespace Clipper.Bench.Runs;

/// <summary>A cell failed in the process of its own that computed it.</summary>
/// <param name="failure">What that process recorded, or what is known of its end.</param>
internal sealed class CellProcessException(CellFailure failure) : Exception(failure.Message)
{
    /// <summary>Type, message and stack of the failure itself.</summary>
    public CellFailure Failure { get; } = failure;
}
