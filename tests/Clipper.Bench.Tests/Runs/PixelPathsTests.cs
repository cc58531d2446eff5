using Clipper.Bench.Datasets;
using Clipper.Bench.Runs;
using Clipper.Clip.Imaging;

namespace Clipper.Bench.Tests.Runs;

/// <summary>PROTOCOL section 3: which resizes the reference's support and queries went through.</summary>
public sealed class PixelPathsTests
{
    [Theory]
    [InlineData("cifar10", PreprocessDetour.TfBilinear224, PreprocessDetour.CvBilinear80)]
    [InlineData("imagenet-a", PreprocessDetour.TfBilinear224, PreprocessDetour.CvBilinear224)]
    [InlineData("imagenet-r", PreprocessDetour.TfBilinear224, PreprocessDetour.CvBilinear112)]
    [InlineData("imagenet-sketch", PreprocessDetour.TfBilinear224, PreprocessDetour.TfBilinear224CvBilinear112)]
    [InlineData("indoor67", PreprocessDetour.TfBilinear224, PreprocessDetour.TfBilinear224CvBilinear112)]
    [InlineData("mini-imagenet", PreprocessDetour.TfBilinear224, PreprocessDetour.TfBilinear224CvBilinear112)]
    [InlineData("ucf101", PreprocessDetour.TfBilinear224, PreprocessDetour.TfBilinear224CvBilinear112)]
    [InlineData("lfw", PreprocessDetour.TfBilinear224, PreprocessDetour.None)]
    [InlineData("omniglot", PreprocessDetour.TfBilinear224, PreprocessDetour.None)]
    [InlineData("colorectal-histology", PreprocessDetour.TfBilinear224, PreprocessDetour.None)]
    [InlineData("coco", PreprocessDetour.None, PreprocessDetour.None)]
    [InlineData("imaterialist", PreprocessDetour.None, PreprocessDetour.None)]
    [InlineData("my-folder", PreprocessDetour.TfBilinear224, PreprocessDetour.TfBilinear224CvBilinear112)]
    public void Set_of_one_label_a_sample_has_the_paths_of_the_reference(
        string name, PreprocessDetour support, PreprocessDetour query)
    {
        Assert.Contains(name, DatasetCatalog.All.Select(info => info.Name).Append("my-folder"));

        var paths = PixelPaths.Of(new FakeDataset(name, isMultiLabel: false, 3, 3));

        Assert.Equal(new PixelPaths(support, query), paths);
    }

    [Theory]
    [InlineData("celeba")]
    [InlineData("coco")]
    [InlineData("imaterialist")]
    [InlineData("utkface")]
    [InlineData("yalefaces")]
    [InlineData("shapes")]
    public void Set_of_several_labels_a_sample_has_no_detour(string name)
    {
        var paths = PixelPaths.Of(new FakeDataset(name, isMultiLabel: true, 3, 3));

        Assert.Equal(new PixelPaths(PreprocessDetour.None, PreprocessDetour.None), paths);
    }
}
