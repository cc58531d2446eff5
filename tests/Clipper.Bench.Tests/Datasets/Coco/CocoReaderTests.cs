using Clipper.Bench.Datasets;
using Clipper.Bench.Tests.Datasets.Official;
using Clipper.Clip.Imaging;
using Clipper.Core.Errors;
using Clipper.Testing;
using Clipper.Testing.Official;

namespace Clipper.Bench.Tests.Datasets.Coco;

public sealed class CocoReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _warnings = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_full_has_the_categories_of_every_image_that_is_there()
    {
        CocoCopy.Make().Unpacked(_folder.Path);

        using IDataset dataset = Open();

        int[] expected =
            [.. Enumerable.Range(0, CocoCopy.Images - CocoCopy.Absent).Where(i => CocoCopy.Labels(i).Count > 0)];
        Assert.Equal(("full-val2017", true, false), (dataset.Variant, dataset.IsMultiLabel, dataset.DrawsImages));
        Assert.Equal(CocoCopy.Categories.Select(id => $"thing {id}"), dataset.Classes);
        Assert.Equal(expected.Select(i => $"val2017/{CocoCopy.File(i)}"), dataset.Samples.Select(s => s.Id));
        Assert.All(expected.Index(), e =>
        {
            Sample sample = dataset.Samples[e.Index];
            Assert.Equal(CocoCopy.Labels(e.Item).Distinct().Order(), sample.Labels);
            Assert.Equal(
                sample.Labels.Select(label => CocoCopy.Labels(e.Item).Count(l => l == label)), sample.Instances);
        });
        Assert.Contains(_warnings, w => w.Contains("2 of 160 annotated images are not there", StringComparison.Ordinal));
    }

    [Fact]
    public void Open_patch_has_one_crop_a_box_named_by_its_pixels()
    {
        CocoCopy.Make().Unpacked(_folder.Path);

        using IDataset dataset = Open("patch");

        string image = $"val2017/{CocoCopy.File(0)}";
        Assert.Equal(("patch-val2017", false, true), (dataset.Variant, dataset.IsMultiLabel, dataset.DrawsImages));
        Sample first = dataset.Samples[0];
        Assert.Equal($"{image}#1,2,12,21", first.Id);
        Assert.Equal((image, image, new ImageRegion(1, 2, 12, 21)), (first.Image, first.Source, first.Region));
        Assert.Equal([CocoCopy.Labels(0)[0]], first.Labels);
        Assert.Equal(JpegLength(0), dataset.ReadImage(0).Length);
        Assert.Equal(dataset.Samples.Count, dataset.Samples.Select(s => s.Id).Distinct().Count());
        Assert.Contains(_warnings, w => w.Contains("boxes are left out (crowds", StringComparison.Ordinal));
    }

    [Fact]
    public void Open_patch_leaves_crowds_out_but_as_the_paper()
    {
        CocoCopy.Make().Unpacked(_folder.Path);
        int crowds = Enumerable.Range(0, CocoCopy.Images - CocoCopy.Absent)
            .Count(i => CocoCopy.Labels(i).Count > 0 && i % 9 == 0 && i % 10 != 1);

        using IDataset corrected = Open("patch");
        using IDataset paper = Open("patch", asPaper: true);

        Assert.Equal(crowds, paper.Samples.Count - corrected.Samples.Count);
    }

    [Fact]
    public void Refuses_grey_pictures_as_the_paper_alone()
    {
        CocoCopy.Make().Unpacked(_folder.Path);

        using IDataset corrected = Open();
        using IDataset paper = Open(asPaper: true);

        Assert.DoesNotContain(Enumerable.Range(0, corrected.Samples.Count), corrected.Refuses);
        Assert.Equal(
            Enumerable.Range(0, 158).Where(CocoCopy.IsGrey).Select(i => $"val2017/{CocoCopy.File(i)}"),
            Enumerable.Range(0, paper.Samples.Count).Where(paper.Refuses).Select(i => paper.Samples[i].Id));
        Assert.Equal(corrected.ManifestHash, paper.ManifestHash);
    }

    [Fact]
    public void Open_archive_has_the_manifest_of_the_folder_and_all_joins_the_splits()
    {
        CocoCopy.Make().Unpacked(_folder.Combine("unpacked"));
        CocoCopy.Make("train2017").Unpacked(_folder.Combine("unpacked"));
        CocoCopy.Make().Below("annotations").Unpacked(_folder.Combine("packed", "annotations"));
        CocoCopy.Make().Zip(_folder.Combine("packed", "val2017.zip"));

        using IDataset unpacked = Open(root: "unpacked");
        using IDataset packed = Open(root: "packed");
        using IDataset all = Open(root: "unpacked", split: "all");

        Assert.Equal(unpacked.ManifestHash, packed.ManifestHash);
        Assert.Equal(2 * unpacked.Samples.Count, all.Samples.Count);
        Assert.Equal(unpacked.ReadImage(3), all.ReadImage(3));
        Assert.Equal(27, all.Classes.Count);
    }

    [Fact]
    public void Open_missing_split_names_those_that_are_there()
    {
        CocoCopy.Make("train2017").Unpacked(_folder.Path);

        DataFileException error = Assert.Throws<DataFileException>(() => Open());

        Assert.Contains("There: train2017", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("full")]
    [InlineData("patch")]
    public void Run_five_ways_five_shots(string variant)
    {
        CocoCopy.Make().Unpacked(_folder.Path);

        OfficialRun.Of(_folder, $"{{ name: coco, variant: {variant}, root: {_folder.Path} }}", queries: 3);
    }

    [SharedDataFact("data", "coco")]
    public void Open_official_part_of_val2017()
    {
        using IDataset full = Official("full");
        using IDataset patch = Official("patch");

        Assert.Equal((80, 80), (full.Classes.Count, patch.Classes.Count));
        Assert.Equal(("person", "toothbrush"), (full.Classes[0], full.Classes[^1]));
        Assert.Equal("val2017/000000000139.jpg", full.Samples[0].Id);
        Assert.Equal("val2017/000000013201.jpg", full.Samples[^1].Id);
        Assert.Equal(898, full.Samples.Sum(s => s.Instances!.Sum()));
        Assert.Equal(73, full.Samples.Count(s => s.Labels.Contains(0)));
        Assert.Equal("val2017/000000000139.jpg#236,142,25,70", patch.Samples[0].Id);
        Assert.Equal("potted plant", patch.Classes[patch.Samples[0].Labels[0]]);
        Assert.Equal((128, 898), (full.Samples.Count, patch.Samples.Count));
    }

    private IDataset Official(string variant) => DatasetCatalog.Open(
        new("coco", variant, SharedData.Combine("data", "coco")), new(_folder.Combine("cache"), _warnings.Add));

    private int JpegLength(int image) =>
        (int)new FileInfo(_folder.Combine("val2017", CocoCopy.File(image))).Length;

    private IDataset Open(string variant = "", string root = "", string split = "", bool asPaper = false) =>
        DatasetCatalog.Open(
            new("coco", variant, _folder.Combine(root), Split: split) { AsPaper = asPaper },
            new(_folder.Combine("cache"), _warnings.Add));
}
