using System.Globalization;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Tests.Runs;

/// <summary>RELIABILITY D1, D2, X5: the same experiment gives the same bytes.</summary>
public sealed class RunDeterminismTests : IDisposable
{
    private readonly RunFixture _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void Run_twice_leaves_the_same_bytes_except_run_json()
    {
        RunOutcome first = _runs.Run("a");
        RunOutcome second = _runs.Run("b");

        Assert.Equal(RunFixture.Cells, first.Computed);
        Assert.Equal(_runs.Files("a"), _runs.Files("b"));
        Assert.Equal(first.Records, second.Records);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 8)]
    [InlineData(8, 8)]
    public void Run_with_any_jobs_and_threads_leaves_the_same_bytes(int jobs, int threads)
    {
        _runs.Run("a");

        _runs.Run(new RunOptions(_runs.Folder("b"), Jobs: jobs, Threads: threads));

        Assert.Equal(_runs.Files("a"), _runs.Files("b"));
    }

    [Theory]
    [InlineData(new[] { 1, 2, 3, 4 })]
    [InlineData(new[] { 3, 1, 4, 2 })]
    public void Run_in_shards_leaves_the_same_bytes(int[] order)
    {
        _runs.Run("a");

        int computed = order.Sum(index =>
            _runs.Run(new RunOptions(_runs.Folder("b"), ShardIndex: index, ShardCount: 4)).Computed);

        Assert.Equal(RunFixture.Cells, computed);
        Assert.Equal(_runs.Files("a"), _runs.Files("b"));
    }

    [Fact]
    public void Run_of_all_shards_at_once_leaves_the_same_bytes()
    {
        _runs.Run("a");

        Parallel.For(1, 5, index => _runs.Run(new RunOptions(_runs.Folder("b"), ShardIndex: index, ShardCount: 4)));

        Assert.Equal(_runs.Files("a"), _runs.Files("b"));
    }

    [Theory]
    [InlineData(",", ".", "-")]
    [InlineData("٫", "٬", "−")]
    public void Run_under_another_culture_leaves_the_same_bytes(string point, string group, string minus)
    {
        _runs.Run("a");
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Culture(point, group, minus);
            Assert.Equal($"{minus}1{point}5", $"{-1.5}");

            _runs.Run(new RunOptions(_runs.Folder("b"), Threads: 1));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal(_runs.Files("a"), _runs.Files("b"));
    }

    // Without ICU data there are no named cultures; these signs are those of German and of Persian.
    private static CultureInfo Culture(string point, string group, string minus)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = point;
        culture.NumberFormat.NumberGroupSeparator = group;
        culture.NumberFormat.NegativeSign = minus;
        return culture;
    }
}
