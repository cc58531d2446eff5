namespace Clipper.Clip.Checkpoints.Pickles;

/// <summary>Python's None.</summary>
internal sealed class PickleNone
{
    private PickleNone()
    {
    }

    /// <summary>The only one.</summary>
    public static PickleNone Value { get; } = new();
}
