using Clipper.Clip.Models;

namespace Clipper.Benchmarks.Models;

/// <summary>A way of running a tower.</summary>
/// <param name="Tower">The tower.</param>
/// <param name="Batch">Images a call of a worker.</param>
/// <param name="Threads">Workers of one thread each.</param>
/// <param name="Precision">Numbers of the linear layers.</param>
public sealed record ForwardShape(Tower Tower, int Batch, int Threads, Precision Precision)
{
    /// <inheritdoc />
    public override string ToString() =>
        $"{Tower}, batch {Batch}, {Threads} thread{(Threads == 1 ? "" : "s")}, {Precisions.NameOf(Precision)}";
}
