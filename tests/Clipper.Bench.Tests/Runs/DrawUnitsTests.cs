using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Bench.Runs;
using Clipper.Core.Episodes;

namespace Clipper.Bench.Tests.Runs;

public sealed class DrawUnitsTests
{
    private static readonly ProtocolQuirks s_paper = ProtocolQuirks.Of(ProtocolMode.Paper);
    private static readonly ProtocolQuirks s_corrected = ProtocolQuirks.Of(ProtocolMode.Corrected);

    [Fact]
    public void Pools_list_a_sample_once_for_every_instance_as_the_paper_alone()
    {
        var dataset = new PartsDataset(
            [new("a", [0, 1]) { Instances = [3, 1] }, new("b", [1]), new("c", [0]) { Instances = [2] }], false);

        Assert.Equal([[0, 0, 0, 2, 2], [0, 1]], new DrawUnits(dataset, [], s_paper).Pools);
        Assert.Equal([[0, 2], [0, 1]], new DrawUnits(dataset, [], s_corrected).Pools);
        Assert.Equal([[0], [0, 1]], new DrawUnits(dataset, [2], s_corrected).Pools);
    }

    [Fact]
    public void Pools_of_parts_list_images_by_their_first_part()
    {
        var dataset = new PartsDataset(Parts(("a", 0), ("a", 0), ("a", 1), ("b", 1), ("b", 0)), true);

        Assert.Equal([[0, 0, 3], [0, 3]], new DrawUnits(dataset, [], s_paper).Pools);
        Assert.Equal([[0, 3], [0, 3]], new DrawUnits(dataset, [], s_corrected).Pools);
        Assert.Equal([[0], [0, 3]], new DrawUnits(dataset, [4], s_corrected).Pools);
        Assert.Equal([0, 0, 0, 3, 3], Enumerable.Range(0, 5).Select(new DrawUnits(dataset, [], s_corrected).Of));
    }

    // PROTOCOL 2.4: every box of a chosen category in the chosen image becomes one sample.
    [Fact]
    public void Expand_as_the_paper_takes_every_part_with_a_label_of_the_episode()
    {
        var dataset = new PartsDataset(Parts(("a", 0), ("a", 2), ("a", 1), ("b", 1), ("b", 0)), true);
        var drawn = new Episode(0, [1, 0], [new(0, 1)], [new(3, 0)]);

        Episode episode = new DrawUnits(dataset, [4], s_paper).Expand(drawn);

        Assert.Equal([new(0, 0), new(2, 1)], episode.Support);
        Assert.Equal([new(3, 1)], episode.Query);
    }

    [Fact]
    public void Expand_takes_one_part_of_the_label_that_was_drawn_and_not_always_the_first()
    {
        var dataset = new PartsDataset(Parts(("a", 0), ("a", 1), ("a", 0), ("a", 0)), true);
        var units = new DrawUnits(dataset, [], s_corrected);

        int[] parts =
        [
            .. Enumerable.Range(0, 60).Select(seed =>
                Assert.Single(units.Expand(new Episode(seed, [0, 1], [new(0, 0)], [])).Support).Sample),
        ];

        Assert.Equal([0, 2, 3], parts.Distinct().Order());
        Assert.Equal(parts[7], units.Expand(new Episode(7, [0, 1], [new(0, 0)], [])).Support[0].Sample);
    }

    [Fact]
    public void Expand_of_whole_samples_changes_nothing()
    {
        var dataset = new PartsDataset([new("a", [0, 1]), new("b", [1])], false);
        var drawn = new Episode(0, [1, 0], [new(0, 1)], [new(1, 1)]);

        Assert.Same(drawn, new DrawUnits(dataset, [], s_paper).Expand(drawn));
    }

    private static Sample[] Parts(params (string Image, int Label)[] parts) =>
    [
        .. parts.Select((part, i) => new Sample($"{part.Image}#{i},0,1,1", [part.Label]) { Image = part.Image }),
    ];

    private sealed class PartsDataset(Sample[] samples, bool drawsImages) : IDataset
    {
        public string Name => "parts";

        public string Variant => "";

        public bool IsMultiLabel => !drawsImages;

        public bool DrawsImages => drawsImages;

        public IReadOnlyList<string> Classes { get; } =
            [.. Enumerable.Range(0, samples.SelectMany(s => s.Labels).Max() + 1).Select(label => $"label {label}")];

        public IReadOnlyList<Sample> Samples => samples;

        public string ManifestHash => "manifest";

        public byte[] ReadImage(int index) => [];

        public void Dispose()
        {
        }
    }
}
