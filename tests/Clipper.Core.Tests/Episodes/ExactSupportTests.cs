using Clipper.Core.Episodes;
using Clipper.Core.Errors;
using Clipper.Core.Randomness;

namespace Clipper.Core.Tests.Episodes;

public sealed class ExactSupportTests
{
    private static readonly int[][] s_overlapping = Overlapping(labels: 12, images: 400);

    [Fact]
    public void DrawExactShots_gives_every_way_its_shots_and_no_more()
    {
        var sampler = new EpisodeSampler(s_overlapping, Names(s_overlapping), new EpisodePlan(5, 5, 3));

        for (int seed = 0; seed < 200; seed++)
        {
            Episode episode = sampler.DrawExactShots(seed);

            Assert.All(episode.Classes, c => Assert.Equal(5, episode.Support.Count(s => Carries(s.Sample, c))));
            Assert.All(episode.Support, s => Assert.True(Carries(s.Sample, s.Class)));
            Assert.Equal(15, episode.Query.Count);
            int[] all = [.. episode.Support.Concat(episode.Query).Select(s => s.Sample)];
            Assert.Equal(all.Distinct(), all);
        }
    }

    [Fact]
    public void DrawExactShots_has_the_classes_of_the_other_draws_and_repeats_itself()
    {
        var sampler = new EpisodeSampler(s_overlapping, Names(s_overlapping), new EpisodePlan(5, 5, 3));

        Episode first = sampler.DrawExactShots(4);
        sampler.DrawExactShots(5);
        Episode second = sampler.DrawExactShots(4);

        Assert.Equal(sampler.DrawMultiLabel(4).Classes, first.Classes);
        Assert.Equal(first.Support, second.Support);
        Assert.Equal(first.Query, second.Query);
    }

    [Fact]
    public void DrawMultiLabel_of_overlapping_labels_gives_some_more_than_their_shots()
    {
        var sampler = new EpisodeSampler(s_overlapping, Names(s_overlapping), new EpisodePlan(5, 5, 3));

        Episode episode = sampler.DrawMultiLabel(0);

        Assert.Contains(episode.Classes, c => episode.Support.Count(s => Carries(s.Sample, c)) > 5);
    }

    [Fact]
    public void DrawExactShots_starts_again_where_a_choice_led_nowhere()
    {
        // Label b is only to be had together with a; of a's images, only those with b leave both with two.
        var sampler = new EpisodeSampler(
            [[0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 6, 7]], ["a", "b"], new EpisodePlan(2, 3, 1));

        int fewest = Enumerable.Range(0, 50).Min(seed => sampler.DrawExactShots(seed).Support.Count);

        Assert.Equal(3, fewest);
    }

    [Fact]
    public void DrawExactShots_that_cannot_be_tells_label_have_need_and_what_blocks_it()
    {
        int[] everything = [.. Enumerable.Range(0, 40)];
        int[][] pools = [everything, everything[..30], everything[30..]];
        var sampler = new EpisodeSampler(pools, ["face", "man", "woman"], new EpisodePlan(3, 5, 1));

        var error = Assert.Throws<UsageException>(() => sampler.DrawExactShots(3));

        Assert.StartsWith(
            "Episode 3: no support with exactly 5 images of each of its 3 labels in 100 attempts. The last one ended "
            + "at label '", error.Message, StringComparison.Ordinal);
        Assert.Contains(
            "also carries a label that has its 5 already (shared with '", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DrawExactShots_without_enough_queries_left_is_an_error()
    {
        int[] shared = [0, 1, 2, 3, 4, 5];
        var sampler = new EpisodeSampler([shared, shared], ["a", "b"], new EpisodePlan(2, 2, 3));

        var error = Assert.Throws<UsageException>(() => sampler.DrawExactShots(0));

        Assert.Contains(
            "has 6 images, 5 of them taken by the labels drawn before it", error.Message, StringComparison.Ordinal);
        Assert.Contains("1 are left, need 3 (more)", error.Message, StringComparison.Ordinal);
    }

    // Label c is on about 8 + 3c per cent of the images, independently of the others.
    private static int[][] Overlapping(int labels, int images)
    {
        var random = new RandomState(7);
        return
        [
            .. Enumerable.Range(0, labels).Select(c =>
                Enumerable.Range(0, images).Where(_ => random.NextDouble() < 0.08 + (0.03 * c)).ToArray()),
        ];
    }

    private static bool Carries(int sample, int label) => s_overlapping[label].Contains(sample);

    private static string[] Names(int[][] pools) => [.. pools.Select((_, c) => $"label{c}")];
}
