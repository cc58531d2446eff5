using Clipper.Benchmarks.Suite;

namespace Clipper.Benchmarks.Tests.Suite;

public sealed class OtherWorkTests
{
    [Fact]
    public void Busy_time_leaves_idle_waiting_and_guests_out() =>
        Assert.Equal(1 + 2 + 4 + 32 + 64 + 128, OtherWork.BusySeconds("cpu  100 200 400 800 1600 3200 6400 12800 9 9"));
}
