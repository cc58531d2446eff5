namespace Clipper.Bench.Runs;

/// <summary>What of a continual stream a choice is for.</summary>
public enum ChoiceScope
{
    /// <summary>One step, which has the best condition and threshold of its own.</summary>
    Step,

    /// <summary>All steps, which share the condition and threshold with the best mean over them.</summary>
    Stream,
}
