namespace Clipper.Bench.Methods;

/// <summary>What a result was made with, beside the method's fixed options: one of the conditions that a method
/// compares.</summary>
/// <param name="Epochs">Training epochs, for the <c>epochs</c> column; null where the method does not train.</param>
/// <param name="Augment">Kind of augmentation, for the <c>augment</c> column; null where there is none.</param>
/// <param name="Copies">Copies of every support sample, for the <c>copies</c> column; null where there are
/// none.</param>
/// <param name="Candidate">Values of hyper-parameters that have no column, such as <c>c=0.1</c> or
/// <c>alpha=1 beta=5</c>; empty where there are none.</param>
internal sealed record Condition(int? Epochs = null, string? Augment = null, int? Copies = null, string Candidate = "")
{
    /// <summary>The condition of a method that has one only.</summary>
    public static Condition None { get; } = new();
}
