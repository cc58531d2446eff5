using Clipper.Bench.Datasets;
using Clipper.Bench.Runs;
using Clipper.Core.Episodes;

namespace Clipper.Bench.Tests.Runs;

public sealed class EpisodeAuditTests
{
    // Two classes of four frames; frames 0 and 1 of a class are of one video, 2 and 3 of another.
    private static readonly string[] _videos = ["v1", "v1", "v2", "v2", "v3", "v3", "v4", "v4"];

    [Fact]
    public void Warnings_support_and_query_of_one_video_are_counted_with_the_first_pair()
    {
        Episode[] episodes = [Episode([0, 4], [2, 6]), Episode([0, 4], [1, 6]), Episode([2, 4], [3, 5])];

        string warning = Assert.Single(EpisodeAudit.Warnings(new Audited(_videos, []), "2w1s1q", episodes));

        Assert.Contains("in 2 of 3 episodes", warning, StringComparison.Ordinal);
        Assert.Contains("the first: episode 1, 0.png and 1.png", warning, StringComparison.Ordinal);
        Assert.Contains("share a source", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_same_picture_in_support_and_query_is_told()
    {
        string[] hashes = ["a", "b", "a", "c", "d", "e", "f", "g"];

        string warning = Assert.Single(
            EpisodeAudit.Warnings(new Audited([], hashes), "2w1s1q", [Episode([0, 4], [2, 6])]));

        Assert.Contains("byte for byte", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_sources_and_pictures_apart_say_nothing() => Assert.Empty(EpisodeAudit.Warnings(
        new Audited(_videos, ["a", "b", "c", "d", "e", "f", "g", "h"]), "2w1s1q", [Episode([0, 4], [2, 6])]));

    private static Episode Episode(int[] support, int[] query) => new(
        0, [0, 1], [.. support.Select(s => new EpisodeSample(s, s / 4))],
        [.. query.Select(s => new EpisodeSample(s, s / 4))]);

    private sealed class Audited(string[] sources, string[] hashes) : IDataset
    {
        public string Name => "audited";

        public string Variant => "";

        public bool IsMultiLabel => false;

        public IReadOnlyList<string> Classes { get; } = ["a", "b"];

        public IReadOnlyList<Sample> Samples { get; } =
        [
            .. Enumerable.Range(0, 8).Select(
                i => new Sample($"{i}.png", [i / 4]) { Source = sources.Length > 0 ? sources[i] : null }),
        ];

        public IReadOnlyList<string> ContentHashes => hashes;

        public string ManifestHash => "";

        public byte[] ReadImage(int index) => [];

        public void Dispose()
        {
        }
    }
}
