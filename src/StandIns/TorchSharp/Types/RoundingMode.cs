namespace TorchSharp;

public static partial class torch
{
    /// <summary>How a quotient is rounded: not, towards zero, or down.</summary>
    public enum RoundingMode
    {
        None,
        trunc,
        floor,
    }
}
