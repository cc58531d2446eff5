using Clipper.Core.Episodes;
using FsCheck;
using FsCheck.Fluent;

namespace Clipper.Core.Tests.Episodes;

/// <summary>What holds of every draw, over random data sets, plans and seeds.</summary>
public sealed class EpisodePropertyTests
{
    private static readonly Arbitrary<Setting> s_settings =
        (from ways in Gen.Choose(1, 8)
         from shots in Gen.Choose(1, 6)
         from queries in Gen.Choose(0, 16)
         from enough in Gen.Choose(shots + queries, 60).ArrayOf(ways)
         from others in Gen.Choose(0, 60).ArrayOf()
         from sizes in Gen.Shuffle(enough.Concat(others))
         from seed in Gen.Choose(0, int.MaxValue)
         select new Setting(new EpisodePlan(ways, shots, queries), sizes, seed)).ToArbitrary();

    [Fact]
    public void Draw_uses_no_sample_twice() => ForAll((_, episode) =>
        All(episode).Select(sample => sample.Sample).Distinct().Count() == All(episode).Count());

    [Fact]
    public void Draw_has_ways_times_shots_support_and_ways_times_queries_queries() => ForAll((setting, episode) =>
        episode.Classes.Count == setting.Plan.Ways
        && episode.Support.Count == setting.Plan.Ways * setting.Plan.Shots
        && episode.Query.Count == setting.Plan.Ways * setting.Plan.Queries);

    [Fact]
    public void Draw_lists_support_and_queries_class_by_class_in_drawn_order() => ForAll((setting, episode) =>
        episode.Support.Select(sample => sample.Class)
            .SequenceEqual(episode.Classes.SelectMany(label => Enumerable.Repeat(label, setting.Plan.Shots)))
        && episode.Query.Select(sample => sample.Class)
            .SequenceEqual(episode.Classes.SelectMany(label => Enumerable.Repeat(label, setting.Plan.Queries))));

    [Fact]
    public void Draw_takes_every_sample_from_its_class() => ForAll((setting, episode) =>
        All(episode).All(sample => setting.Pools.Lists[sample.Class].Contains(sample.Sample)));

    [Fact]
    public void Draw_takes_only_eligible_classes_and_none_twice() => ForAll((setting, episode) =>
        episode.Classes.Distinct().Count() == episode.Classes.Count
        && episode.Classes.All(label => setting.Sizes[label] >= setting.Plan.SamplesPerClass));

    [Fact]
    public void Draw_of_the_same_seed_is_the_same_whatever_was_drawn_before() => ForAll((setting, episode) =>
    {
        EpisodeSampler sampler = setting.Sampler();
        sampler.Draw(setting.Seed / 2);
        sampler.DrawMultiLabel(1);
        return Same(sampler.Draw(setting.Seed), episode);
    });

    [Fact]
    public void Draw_of_fewer_ways_has_the_first_classes_of_more_ways() => ForAll((setting, episode) =>
    {
        int fewer = ((setting.Plan.Ways - 1) / 2) + 1;
        Episode small = setting.Pools.Sampler(setting.Plan with { Ways = fewer }).Draw(setting.Seed);
        return small.Classes.SequenceEqual(episode.Classes.Take(fewer))
            && small.Support.SequenceEqual(episode.Support.Take(fewer * setting.Plan.Shots));
    });

    [Fact]
    public void DrawMultiLabel_of_disjoint_lists_keeps_the_same_promises() => ForAll((setting, episode) =>
    {
        Episode multi = setting.Sampler().DrawMultiLabel(setting.Seed);
        return multi.Classes.SequenceEqual(episode.Classes)
            && All(multi).Select(sample => sample.Class).SequenceEqual(All(episode).Select(sample => sample.Class))
            && multi.Support.Count == episode.Support.Count
            && All(multi).All(sample => setting.Pools.Lists[sample.Class].Contains(sample.Sample))
            && All(multi).Select(sample => sample.Sample).Distinct().Count() == All(multi).Count()
            && Same(multi, setting.Sampler().DrawMultiLabel(setting.Seed));
    });

    private static IEnumerable<EpisodeSample> All(Episode episode) => episode.Support.Concat(episode.Query);

    private static bool Same(Episode x, Episode y) =>
        x.Seed == y.Seed && x.Classes.SequenceEqual(y.Classes)
        && x.Support.SequenceEqual(y.Support) && x.Query.SequenceEqual(y.Query);

    private static void ForAll(Func<Setting, Episode, bool> holds) =>
        Prop.ForAll(s_settings, setting => holds(setting, setting.Sampler().Draw(setting.Seed)))
            .QuickCheckThrowOnFailure();

    private sealed record Setting(EpisodePlan Plan, int[] Sizes, int Seed)
    {
        public Pools Pools => Pools.Disjoint(Sizes);

        public EpisodeSampler Sampler() => Pools.Sampler(Plan);
    }
}
