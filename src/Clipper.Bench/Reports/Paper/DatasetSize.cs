namespace Clipper.Bench.Reports.Paper;

/// <summary>How large a data set is.</summary>
/// <param name="Images">Its images.</param>
/// <param name="Classes">Its classes.</param>
internal readonly record struct DatasetSize(int Images, int Classes)
{
    private const double SameWithin = 0.01;

    /// <summary>Whether another one may be the same data: as many classes, and as many images but for a few that one
    /// reader has and another has not (1 %).</summary>
    public bool IsLike(DatasetSize other) =>
        Classes == other.Classes && Math.Abs(Images - other.Images) <= SameWithin * other.Images;

    /// <summary><c>10000 images of 10 classes</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Images} images of {Classes} classes");
}
