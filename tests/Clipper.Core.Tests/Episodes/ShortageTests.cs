using Clipper.Core.Episodes;
using Clipper.Core.Errors;

namespace Clipper.Core.Tests.Episodes;

public sealed class ShortageTests
{
    private static readonly string[] Names = ["a", "b", "c"];

    [Fact]
    public void Draw_up_to_the_shots_gives_a_small_class_what_its_queries_leave()
    {
        IReadOnlyList<int[]> pools = [[.. Enumerable.Range(0, 4)], [.. Enumerable.Range(10, 9)], [20, 21]];
        var plan = new EpisodePlan(2, 5, 2);

        UsageException error = Assert.Throws<UsageException>(() => new EpisodeSampler(pools, Names, plan));
        Episode episode = new EpisodeSampler(pools, Names, plan, Shortage.UpTo).Draw(0);

        Assert.Contains("'a' has 4, needs 7", error.Message, StringComparison.Ordinal);
        Assert.Equal([0, 1], episode.Classes.Order());
        Assert.Equal((2, 5), (Count(episode.Support, 0), Count(episode.Support, 1)));
        Assert.Equal((2, 2), (Count(episode.Query, 0), Count(episode.Query, 1)));
        Assert.Equal(11, episode.Support.Concat(episode.Query).Select(sample => sample.Sample).Distinct().Count());
    }

    [Fact]
    public void Draw_up_to_the_shots_is_the_usual_draw_where_there_are_enough()
    {
        IReadOnlyList<int[]> pools =
            [[.. Enumerable.Range(0, 9)], [.. Enumerable.Range(10, 9)], [.. Enumerable.Range(20, 9)]];
        var plan = new EpisodePlan(2, 5, 2);
        var usual = new EpisodeSampler(pools, Names, plan);
        var upTo = new EpisodeSampler(pools, Names, plan, Shortage.UpTo);

        for (int seed = 0; seed < 20; seed++)
        {
            Assert.Equal(usual.Draw(seed).Support, upTo.Draw(seed).Support);
            Assert.Equal(usual.DrawMultiLabel(seed).Query, upTo.DrawMultiLabel(seed).Query);
        }
    }

    [Fact]
    public void DrawMultiLabel_up_to_the_shots_takes_what_other_labels_left()
    {
        IReadOnlyList<int[]> pools = [[0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5, 6, 7]];
        var sampler = new EpisodeSampler(pools, Names[..2], new EpisodePlan(2, 4, 1), Shortage.UpTo);

        // The larger label may leave the smaller one nothing, which is an error with either rule.
        Episode[] episodes =
        [
            .. Enumerable.Range(0, 30).Where(seed => !Throws(() => sampler.DrawMultiLabel(seed)))
                .Select(seed => sampler.DrawMultiLabel(seed)).Where(episode => episode.Classes[0] == 0),
        ];

        Assert.NotEmpty(episodes);
        Assert.All(episodes, episode => Assert.Equal((4, 2), (Count(episode.Support, 0), Count(episode.Support, 1))));
    }

    [Fact]
    public void DrawMultiLabel_redraw_leaves_sets_that_cannot_be_filled_and_counts_them()
    {
        // a and b have the same three images, so that only sets with c can be drawn.
        IReadOnlyList<int[]> pools = [[0, 1, 2], [0, 1, 2], [3, 4, 5]];
        var plan = new EpisodePlan(2, 1, 1);
        var strict = new EpisodeSampler(pools, Names, plan);
        var redraw = new EpisodeSampler(pools, Names, plan, Shortage.Redraw);

        Episode[] episodes = [.. Enumerable.Range(0, 60).Select(seed => redraw.DrawMultiLabel(seed))];

        Assert.All(episodes, episode => Assert.Contains(2, episode.Classes));
        Assert.Contains(episodes, episode => episode.Redrawn > 0);
        Assert.Contains(Enumerable.Range(0, 60), seed => Throws(() => strict.DrawMultiLabel(seed)));
        foreach (Episode episode in episodes.Where(episode => episode.Redrawn == 0))
        {
            Assert.Equal(strict.DrawMultiLabel(episode.Seed).Support, episode.Support);
        }
    }

    [Fact]
    public void DrawMultiLabel_redraw_of_what_can_never_be_filled_ends_with_the_counts()
    {
        IReadOnlyList<int[]> pools = [[0, 1, 2], [0, 1, 2]];
        var sampler = new EpisodeSampler(pools, Names[..2], new EpisodePlan(2, 1, 1), Shortage.Redraw);

        UsageException error = Assert.Throws<UsageException>(() => sampler.DrawMultiLabel(0));

        Assert.Contains("1 are left, need 2", error.Message, StringComparison.Ordinal);
    }

    private static int Count(IReadOnlyList<EpisodeSample> samples, int label) =>
        samples.Count(sample => sample.Class == label);

    private static bool Throws(Action draw)
    {
        try
        {
            draw();
            return false;
        }
        catch (UsageException)
        {
            return true;
        }
    }
}
