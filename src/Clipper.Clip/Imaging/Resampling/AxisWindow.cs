namespace Clipper.Clip.Imaging.Resampling;

/// <summary>The part of one axis that is computed: a run of output positions of a resize.</summary>
/// <param name="Input">Length of the axis in the source.</param>
/// <param name="Output">Length after the whole resize.</param>
/// <param name="Start">First output position that is wanted.</param>
/// <param name="Count">How many are wanted.</param>
internal readonly record struct AxisWindow(int Input, long Output, long Start, int Count)
{
    /// <summary>Source step of one output position. Pillow keeps the box in single precision.</summary>
    public double Scale => (double)(float)Input / Output;

    /// <summary>Whether the axis keeps its length, so that its pass is skipped.</summary>
    public bool IsIdentity => Input == Output;
}
