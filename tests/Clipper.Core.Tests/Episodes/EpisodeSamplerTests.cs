using Clipper.Core.Episodes;
using Clipper.Core.Errors;

namespace Clipper.Core.Tests.Episodes;

public sealed class EpisodeSamplerTests
{
    [Theory]
    [InlineData(10, 1000, 5, 5, 15, 0, "2 8 4 9 1", "722 311 85 436 204", "408 1 781 458 299", "797 399 756 27 796")]
    [InlineData(10, 1000, 5, 5, 15, 1, "2 9 6 4 0", "918 618 293 507 973", "", "163 967 499 501 489")]
    [InlineData(10, 1000, 5, 5, 15, 99, "8 5 4 2 6", "495 781 86 724 806", "", "747 738 172 522 497")]
    [InlineData(
        20, 600, 20, 1, 10, 0, "18 1 19 8 10 17 6 13 4 2 5 14 9 7 16 11 3 0 15 12", "578", "52 533 367 55 62", "44")]
    [InlineData(
        659, 20, 5, 5, 15, 0, "540 103 14 525 385", "13 16 1 4 5", "9 14 0 6 15 3 2 17 12 11 10 7 8 19 18", "")]
    public void Draw_gives_the_protocol_vector(
        int classes, int images, int ways, int shots, int queries, int seed,
        string drawn, string firstSupport, string firstQueries, string lastSupport)
    {
        var plan = new EpisodePlan(ways, shots, queries);

        Episode episode = Pools.Disjoint(Enumerable.Repeat(images, classes)).Sampler(plan).Draw(seed);

        Assert.Equal(drawn, string.Join(' ', episode.Classes));
        Assert.StartsWith(firstSupport, Positions(episode.Support, images), StringComparison.Ordinal);
        Assert.StartsWith(firstQueries, Positions(episode.Query, images), StringComparison.Ordinal);
        Assert.StartsWith(lastSupport, Positions(episode.Support.TakeLast(shots), images), StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_skips_classes_without_enough_images()
    {
        var sampler = Pools.Disjoint([20, 19, 20, 5, 20]).Sampler(new EpisodePlan(3, 5, 15));

        Assert.Equal([0, 2, 4], sampler.EligibleClasses);
        Assert.Equal([0, 2, 4], sampler.Draw(0).Classes.Order());
    }

    [Fact]
    public void Sampler_of_too_few_classes_names_class_have_and_need()
    {
        var pools = Pools.Disjoint([20, 12, 19, 3]);

        var error = Assert.Throws<UsageException>(() => pools.Sampler(new EpisodePlan(3, 5, 15)));

        Assert.Equal(
            "3 ways need 3 classes with at least 20 images (5 shots + 15 queries); 1 of 4 classes have them. " +
            "Nearest: 'class2' has 19, needs 20; 'class1' has 12, needs 20. Ask for fewer ways, shots or queries.",
            error.Message);
    }

    [Fact]
    public void Sampler_of_more_ways_than_classes_says_how_many_there_are()
    {
        var error = Assert.Throws<UsageException>(() => Pools.Disjoint([9, 9]).Sampler(new EpisodePlan(3, 1, 1)));

        Assert.Equal(
            "3 ways need 3 classes with at least 2 images (1 shots + 1 queries); 2 of 2 classes have them. " +
            "Ask for fewer ways, shots or queries.",
            error.Message);
    }

    [Fact]
    public void Sampler_of_names_that_do_not_fit_the_pools_is_refused() =>
        Assert.Throws<ArgumentException>(() => new EpisodeSampler([[0, 1]], ["a", "b"], new EpisodePlan(1, 1, 1)));

    [Fact]
    public void Draw_of_a_negative_seed_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Pools.Disjoint([2]).Sampler(new EpisodePlan(1, 1, 1)).Draw(-1));

    [Fact]
    public void DrawMultiLabel_gives_the_protocol_vector()
    {
        var plan = new EpisodePlan(Ways: 5, Shots: 10, Queries: 0);

        Episode episode = Pools.Disjoint(Enumerable.Repeat(5000, 40)).Sampler(plan).DrawMultiLabel(3);

        Assert.Equal([29, 16, 9, 27, 4], episode.Classes);
        Assert.Equal("383 1024 704 274 1396 2232 4039 2213 1789 545", Positions(episode.Support.Take(10), 5000));
    }

    [Fact]
    public void DrawMultiLabel_of_a_repeated_position_draws_again()
    {
        var plan = new EpisodePlan(Ways: 5, Shots: 9, Queries: 1);

        Episode episode = Pools.Disjoint(Enumerable.Repeat(100, 13)).Sampler(plan).DrawMultiLabel(0);

        // The stream is 88 12 58 65 39 87 46 88 81 37: the second 88 is refused.
        Assert.Equal("88 12 58 65 39 87 46 81 37", Positions(episode.Support.Take(9), 100));
    }

    [Fact]
    public void DrawMultiLabel_takes_an_image_of_two_labels_once()
    {
        int[] shared = [.. Enumerable.Range(0, 12)];
        var sampler = new EpisodeSampler([shared, shared], ["a", "b"], new EpisodePlan(2, 2, 4));

        Episode episode = sampler.DrawMultiLabel(0);

        Assert.Equal(shared, episode.Support.Concat(episode.Query).Select(sample => sample.Sample).Order());
    }

    [Fact]
    public void DrawMultiLabel_of_a_label_used_up_by_another_one_is_an_error()
    {
        int[] shared = [.. Enumerable.Range(0, 11)];
        var sampler = new EpisodeSampler([shared, shared], ["a", "b"], new EpisodePlan(2, 2, 4));

        var error = Assert.Throws<UsageException>(() => sampler.DrawMultiLabel(3));

        Assert.Contains("Episode 3: label '", error.Message, StringComparison.Ordinal);
        Assert.Contains("has 11 images, 6 of them taken", error.Message, StringComparison.Ordinal);
        Assert.Contains("5 are left, need 6 (2 shots + 4 queries)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DrawMultiLabel_of_a_label_used_up_says_which_labels_took_it()
    {
        int[] rare = [.. Enumerable.Range(0, 6)];
        var sampler = new EpisodeSampler(
            [rare, [.. rare, .. rare], [.. rare, .. rare, .. rare]], ["a", "b", "c"], new EpisodePlan(3, 1, 1));
        int[] order = [.. sampler.DrawMultiLabel(0).Classes];
        string[] names = [.. order.Select(c => ((char)('a' + c)).ToString())];

        var error = Assert.Throws<UsageException>(() => sampler.DrawMultiLabel(0, image => image is 0 or 5));

        Assert.StartsWith(
            $"Episode 0: label '{names[2]}' has 6 images, 4 of them taken by the labels drawn before it "
            + $"('{names[0]}' 2, '{names[1]}' 2), ", error.Message, StringComparison.Ordinal);
        Assert.Contains("never accepted; ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DrawMultiLabel_of_refused_images_alone_is_an_error_and_no_endless_loop()
    {
        var sampler = new EpisodeSampler([[0, 1, 2]], ["grey"], new EpisodePlan(1, 1, 1));

        var error = Assert.Throws<UsageException>(() => sampler.DrawMultiLabel(0, _ => true));

        Assert.Contains(
            "label 'grey' has 3 images, none taken, 3 never accepted; 0 are left", error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void DrawMultiLabel_of_a_list_with_too_few_different_images_is_an_error()
    {
        var sampler = new EpisodeSampler([[7, 7, 7, 7]], ["crowd"], new EpisodePlan(1, 1, 1));

        var error = Assert.Throws<UsageException>(() => sampler.DrawMultiLabel(0));

        Assert.Contains("label 'crowd' has 1 images", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, -1)]
    public void Plan_out_of_range_is_refused(int ways, int shots, int queries) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new EpisodePlan(ways, shots, queries));

    private static string Positions(IEnumerable<EpisodeSample> samples, int images) =>
        string.Join(' ', samples.Select(sample => sample.Sample % images));
}
