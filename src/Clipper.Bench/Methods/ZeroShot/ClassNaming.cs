namespace Clipper.Bench.Methods.ZeroShot;

/// <summary>What a class is called in a prompt.</summary>
public enum ClassNaming
{
    /// <summary>The data set's name for it in words, underscores as spaces.</summary>
    Words,

    /// <summary>Its label, as it is (the reference does so on LFW and Omniglot).</summary>
    Labels,
}
