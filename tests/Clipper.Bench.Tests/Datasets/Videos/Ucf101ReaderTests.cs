using Clipper.Bench.Datasets;
using Clipper.Bench.Runs;
using Clipper.Bench.Tests.Datasets.Official;
using Clipper.Clip.Imaging;
using Clipper.Core.Episodes;
using Clipper.Core.Errors;
using Clipper.Testing;
using Clipper.Testing.Official;

namespace Clipper.Bench.Tests.Datasets.Videos;

public sealed class Ucf101ReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", 324, "g01_c01", "g06_c02")]
    [InlineData("train01", 324, "g07_c01", "g12_c02")]
    [InlineData("all", 648, "g01_c01", "g12_c02")]
    public void Open_frames_by_the_official_lists(string split, int images, string first, string last)
    {
        Frames();

        using IDataset dataset = Open(split);

        Assert.Equal((27, images), (dataset.Classes.Count, dataset.Samples.Count));
        Assert.Equal($"UCF_Images/Do Athing/v_DoAthing_{first}.jpg", dataset.Samples[0].Id);
        Assert.Equal($"UCF_Images/HandstandPushups/v_HandStandPushups_{last}.jpg", dataset.Samples[^1].Id);
        Assert.Equal(("Do Athing", "Handstand Pushups"), (dataset.ClassNames[0], dataset.ClassNames[^1]));
        Assert.Equal("Do Athing/" + first[..3], dataset.Samples[0].Source);
        Assert.Equal("last-20", DatasetCatalog.DefaultSplit("ucf101", asPaper: true));
    }

    [Fact]
    public void Episode_with_clips_of_one_recording_in_support_and_query_is_told()
    {
        Frames();
        using IDataset dataset = Open();

        string warning = Assert.Single(EpisodeAudit.Warnings(
            dataset, "1w1s1q", [new Episode(0, [0], [new EpisodeSample(0, 0)], [new EpisodeSample(1, 0)])]));

        Assert.Contains("v_DoAthing_g01_c01.jpg and ", warning, StringComparison.Ordinal);
        Assert.Contains("share a source", warning, StringComparison.Ordinal);
    }

    [ToolFact("ffmpeg")]
    public void ReadImage_of_a_video_is_its_middle_frame()
    {
        Ucf101Copy.Videos().Zip(_folder.Combine("data", "UCF-101.zip"));
        using IDataset dataset = Open("all");

        foreach (int clip in new[] { 0, 1 })
        {
            using Raster frame = ImageDecoder.Decode(dataset.ReadImage(clip), "frame");
            Assert.Equal(Ucf101Copy.Middle(0, clip).Pixels, frame.Pixels.ToArray());
        }

        Assert.Equal(("DoAthing", "Do Athing"), (dataset.Classes[0], dataset.ClassNames[0]));
        Assert.Equal("UCF-101/DoAthing/v_DoAthing_g01_c01.avi", dataset.Samples[0].Id);
    }

    [ToolFact("ffmpeg")]
    public void ReadImage_of_a_damaged_video_is_an_error_with_its_name()
    {
        OfficialCopy copy = Ucf101Copy.Videos(actions: 1);
        copy.Unpacked(_folder.Combine("data"));
        string path = _folder.Combine("data", copy.Paths[0]);
        byte[] video = File.ReadAllBytes(path);
        File.WriteAllBytes(path, video[..400]);
        File.WriteAllText(_folder.Combine("data", copy.Paths[1]), "#EXTM3U\nfile:///etc/hostname\n");
        using IDataset dataset = Open("all");

        string cut = Assert.Throws<DataFileException>(() => dataset.ReadImage(0)).Message;
        string list = Assert.Throws<DataFileException>(() => dataset.ReadImage(1)).Message;

        Assert.Contains("v_DoAthing_g01_c01.avi: gives no frame 2 to ffmpeg", cut, StringComparison.Ordinal);
        Assert.Contains("is no AVI video", list, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_of_5_ways_and_5_shots_has_its_numbers()
    {
        Frames();

        OfficialRun.Of(_folder, "{ name: ucf101, root: data }");
    }

    private void Frames()
    {
        Ucf101Copy.Frames().Zip(_folder.Combine("data", "UCF_Images.zip"));
        Ucf101Copy.Lists().Unpacked(_folder.Combine("data"));
    }

    private IDataset Open(string split = "") => DatasetCatalog.Open(
        new("ucf101", Root: _folder.Combine("data"), Split: split), new(_folder.Combine("cache")));
}
