using Clipper.Core.Errors;
using Clipper.Core.Randomness;

namespace Clipper.Bench.Datasets;

/// <summary>Which part of a data set is used: an official split, or a part by a rule that works on every data set.
/// <c>last-20</c> and <c>first-80</c> cut the sorted list as the reference does (PROTOCOL 2.2 and Q7: the last
/// int(0.2·n) samples, so that only the last classes are in it); <c>stratified-20</c> and <c>stratified-80</c> take a
/// fifth of every class, drawn from the seed, and the rest.</summary>
internal static class Splits
{
    /// <summary>The whole data set.</summary>
    public const string All = "all";

    private const string Last = "last-20";
    private const string First = "first-80";
    private const string Fifth = "stratified-20";
    private const string Rest = "stratified-80";
    private const int PartsOfFifth = 5;

    /// <summary>Whether a split is one by rule, or the whole set; else it is official.</summary>
    public static bool IsRule(string split) => split is All or Last or First or Fifth or Rest;

    /// <summary>What <c>split</c> may be for a reader, its default first.</summary>
    public static IReadOnlyList<string> Of(IDatasetReader reader) =>
        [.. reader.Splits.Append(All), Last, First, Fifth, Rest];

    /// <summary>The split that is used where none is named: the reference's in paper mode, else the first official one,
    /// else all samples (the encoder is frozen, so there is nothing to keep apart).</summary>
    public static string Default(IDatasetReader reader, bool asPaper) =>
        asPaper && reader.PaperSplit.Length > 0 ? reader.PaperSplit : Of(reader)[0];

    /// <summary>The split that the reader itself is asked for: an official one, or all.</summary>
    public static string ForReader(IDatasetReader reader, string split) => reader.Splits.Contains(split) ? split : All;

    /// <summary>Cuts what a reader found to a split; classes without a sample are left out of a part.</summary>
    /// <param name="content">What the reader found.</param>
    /// <param name="split">The split; official ones are whole already.</param>
    /// <param name="seed">Seed of the stratified draw.</param>
    /// <exception cref="DataFileException">Nothing is left.</exception>
    public static DatasetContent Cut(DatasetContent content, string split, int seed)
    {
        IReadOnlyList<Sample> samples = content.Samples;
        int last = samples.Count / PartsOfFifth;
        IReadOnlyList<Sample>? part = split switch
        {
            Last => [.. samples.Skip(samples.Count - last)],
            First => [.. samples.Take(samples.Count - last)],
            Fifth => Drawn(content, isFifth: true, seed),
            Rest => Drawn(content, isFifth: false, seed),
            _ => null,
        };
        return part switch
        {
            null => content,
            [] => throw new DataFileException(
                content.Images.Location ?? content.Variant, $"{samples.Count} samples leave nothing for {split}."),
            _ => Renumber(content, part),
        };
    }

    // A sample's stratum is the rarest of its labels, so that rare labels are on both sides.
    private static Sample[] Drawn(DatasetContent content, bool isFifth, int seed)
    {
        int[] counts = Counts(content.Samples, content.Classes.Count);
        ILookup<int, int> strata = Enumerable.Range(0, content.Samples.Count).ToLookup(
            i => content.Samples[i].Labels.OrderBy(label => counts[label]).ThenBy(label => label).FirstOrDefault(-1));
        bool[] isDrawn = new bool[content.Samples.Count];
        foreach (IGrouping<int, int> stratum in strata)
        {
            int[] members = [.. stratum];
            string name = stratum.Key < 0 ? "" : content.Classes[stratum.Key];
            var random = new RandomState(Seed.Derive("split", name, 0, new Seed(unchecked((ulong)seed))));
            int count = (members.Length + (PartsOfFifth / 2)) / PartsOfFifth;
            foreach (int drawn in random.Choose(members.Length, count))
            {
                isDrawn[members[drawn]] = true;
            }
        }

        return [.. content.Samples.Where((_, index) => isDrawn[index] == isFifth)];
    }

    private static DatasetContent Renumber(DatasetContent content, IReadOnlyList<Sample> samples)
    {
        int[] counts = Counts(samples, content.Classes.Count);
        int[] kept = [.. Enumerable.Range(0, counts.Length).Where(label => counts[label] > 0)];
        int[] numbers = new int[counts.Length];
        foreach ((int number, int label) in kept.Index())
        {
            numbers[label] = number;
        }

        return content with
        {
            Classes = [.. kept.Select(label => content.Classes[label])],
            ClassNames = [.. kept.Select(label => content.ClassNames[label])],
            Samples = [.. samples.Select(s => s with { Labels = [.. s.Labels.Select(label => numbers[label])] })],
        };
    }

    private static int[] Counts(IReadOnlyList<Sample> samples, int classes)
    {
        int[] counts = new int[classes];
        foreach (int label in samples.SelectMany(sample => sample.Labels))
        {
            counts[label]++;
        }

        return counts;
    }
}
