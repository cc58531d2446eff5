using Clipper.Core.Training;

namespace Clipper.Core.Tests.Training;

/// <summary>Orders written down: one epoch after another, the first again after the last.</summary>
internal sealed class GivenOrder(double[] orders) : IEpochOrder
{
    private int _next;

    public void Next(Span<int> order)
    {
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = (int)orders[_next];
            _next = (_next + 1) % orders.Length;
        }
    }
}
