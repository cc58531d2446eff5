using Clipper.Bench.Datasets;
using Clipper.Bench.Datasets.Storage;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Datasets;

public sealed class SplitsTests
{
    private static readonly string[] _rules = ["all", "last-20", "first-80", "stratified-20", "stratified-80"];

    [Fact]
    public void Cut_last_20_takes_the_end_of_the_sorted_list_and_its_classes_alone()
    {
        DatasetContent content = Content(10, 5); // 50 samples: the last 10 are of the classes 8 and 9.

        DatasetContent last = Splits.Cut(content, "last-20", 0);
        DatasetContent first = Splits.Cut(content, "first-80", 0);

        Assert.Equal(content.Samples.Skip(40).Select(s => s.Id), last.Samples.Select(s => s.Id));
        Assert.Equal(["class 8", "class 9"], last.Classes);
        Assert.Equal(["8 in words", "9 in words"], last.ClassNames);
        Assert.Equal([0, 1], last.Samples.SelectMany(s => s.Labels).Distinct());
        Assert.Equal(content.Samples.Take(40).Select(s => s.Id), first.Samples.Select(s => s.Id));
    }

    [Fact]
    public void Cut_last_20_rounds_down_as_keras_does() =>
        Assert.Single(Splits.Cut(Content(9, 1), "last-20", 0).Samples);

    [Fact]
    public void Cut_stratified_takes_a_fifth_of_every_class_and_leaves_the_rest()
    {
        DatasetContent content = Content(7, 13);

        DatasetContent fifth = Splits.Cut(content, "stratified-20", 3);
        DatasetContent rest = Splits.Cut(content, "stratified-80", 3);

        Assert.All(fifth.Samples.GroupBy(s => s.Labels[0]), g => Assert.Equal(3, g.Count()));
        Assert.Equal(7, fifth.Classes.Count);
        Assert.Empty(fifth.Samples.Select(s => s.Id).Intersect(rest.Samples.Select(s => s.Id)));
        Assert.Equal(content.Samples.Count, fifth.Samples.Count + rest.Samples.Count);
        Assert.Equal(Ids(fifth), Ids(Splits.Cut(content, "stratified-20", 3)));
        Assert.NotEqual(Ids(fifth), Ids(Splits.Cut(content, "stratified-20", 4)));
        string[] all = [.. Ids(content)];
        Assert.Equal(Ids(fifth), Ids(fifth).OrderBy(id => Array.IndexOf(all, id)));
    }

    [Fact]
    public void Cut_stratified_keeps_a_rare_label_on_both_sides()
    {
        Sample[] samples =
            [.. Enumerable.Range(0, 100).Select(i => new Sample($"{i:000}", i % 20 == 0 ? [0, 1] : [0]))];
        var content = new DatasetContent("", true, ["common", "rare"], samples, new FolderStore("."));

        foreach (string split in new[] { "stratified-20", "stratified-80" })
        {
            DatasetContent part = Splits.Cut(content, split, 0);
            Assert.Contains(part.Samples, s => s.Labels.Contains(1));
        }

        Assert.Equal(1, Splits.Cut(content, "stratified-20", 0).Samples.Count(s => s.Labels.Count == 2));
    }

    [Fact]
    public void Cut_to_nothing_is_an_error() =>
        Assert.Throws<DataFileException>(() => Splits.Cut(Content(2, 2), "last-20", 0));

    [Fact]
    public void Open_folder_by_every_rule_and_name_the_part_in_the_variant()
    {
        using var folder = new TemporaryFolder();
        foreach (string file in from c in "abcde" from i in Enumerable.Range(0, 5) select $"set/{c}/{i}.png")
        {
            folder.Write(file, file);
        }

        foreach ((string split, int count) in _rules.Zip([25, 5, 20, 5, 20]))
        {
            using IDataset dataset = DatasetCatalog.Open(
                new("folder", Root: folder.Combine("set"), Split: split), new(folder.Combine("cache")));
            Assert.Equal(count, dataset.Samples.Count);
            Assert.Equal(split == "all" ? "set" : "set-" + split, dataset.Variant);
        }
    }

    [Fact]
    public void Open_unknown_split_names_the_known_ones() => Assert.Contains(
        "Known: all, last-20, first-80, stratified-20, stratified-80. Did you mean 'last-20'?",
        Assert.Throws<UsageException>(() => DatasetCatalog.Open(new("shapes", Split: "last-2"))).Message,
        StringComparison.Ordinal);

    private static IEnumerable<string> Ids(DatasetContent content) => content.Samples.Select(s => s.Id);

    private static DatasetContent Content(int classes, int each) => new(
        "", false, [.. Enumerable.Range(0, classes).Select(c => $"class {c}")],
        [
            .. from c in Enumerable.Range(0, classes)
               from i in Enumerable.Range(0, each)
               select new Sample($"{c}/{i}", [c]),
        ],
        new FolderStore("."))
    {
        ClassNames = [.. Enumerable.Range(0, classes).Select(c => $"{c} in words")],
    };
}
