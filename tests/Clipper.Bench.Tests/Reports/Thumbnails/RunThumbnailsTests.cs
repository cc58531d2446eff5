using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Bench.Reports;
using Clipper.Bench.Reports.Thumbnails;
using Clipper.Bench.Runs;
using Clipper.Bench.Tests.Runs;
using Clipper.Clip.Imaging;
using Clipper.Core.Errors;

namespace Clipper.Bench.Tests.Reports.Thumbnails;

public sealed class RunThumbnailsTests
{
    private const string Asked = "report={ thumbnails: 3 }";
    private const string Small = "protocol.settings=[3w1s4q]";

    [Fact]
    public void Page_shows_the_images_that_were_wrong_most_often_over_all_methods()
    {
        using var runs = new RunFixture { WithReport = true, Inputs = new() { Image = Gradient } };

        RunOutcome outcome = runs.Run("a", Asked, Small, "methods=[wi, mwi]");

        IReadOnlyList<Thumbnail> shown = ThumbnailFiles.Read(new ResultsFolder(outcome.Folder));
        Assert.Equal(["shapes single", "shapes multi"], shown.Select(each => each.DatasetName).Distinct());
        Assert.Equal(6, shown.Count);
        string html = File.ReadAllText(outcome.Report);
        Assert.Equal(6 + 1, html.Split("<img src=\"data:image/png;base64,").Length);
        foreach (var dataset in shown.GroupBy(each => each.Variant))
        {
            int[] wrong = [.. WrongBySample(outcome.Folder, dataset.Key).OrderDescending().Take(3)];
            Assert.Equal(wrong, dataset.Select(each => each.Wrong));
            Assert.All(dataset, each => Assert.Contains(
                $"alt=\"{each.Sample}: {each.Labels.Replace(";", ", ", StringComparison.Ordinal)}, taken for ", html,
                StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Pictures_are_small_keep_their_shape_and_have_the_same_bytes_again()
    {
        using var runs = new RunFixture { WithReport = true, Inputs = new() { Image = Gradient } };

        RunOutcome outcome = runs.Run("a", Asked, Small, "methods=[wi]");
        runs.Run("b", Asked, Small, "methods=[wi]");

        Assert.Equal(runs.Files("a"), runs.Files("b"));
        string picture = Path.Combine(outcome.Folder, "thumbnails", "shapes-single.01.png");
        using Raster small = ImageDecoder.Decode(File.ReadAllBytes(picture), picture);
        Assert.Equal((96, 48), (small.Width, small.Height));
    }

    [Fact]
    public void Data_set_whose_terms_forbid_copies_is_named_with_the_reason_and_no_image_is_read()
    {
        using var runs = new RunFixture { WithReport = true };

        RunOutcome outcome = runs.Run("a", Asked, Small, "methods=[wi]", "datasets={ name: yalefaces }");

        Assert.Equal(["index.csv"], Directory.EnumerateFiles(Path.Combine(outcome.Folder, "thumbnails"))
            .Select(Path.GetFileName));
        Assert.Contains(
            "No images: its terms do not allow copies to be passed on (Free for non-commercial research; the origin is "
            + "to be named).",
            File.ReadAllText(outcome.Report), StringComparison.Ordinal);
    }

    [Fact]
    public void Unreadable_image_is_named_in_the_place_of_its_picture()
    {
        using var runs = new RunFixture { WithReport = true, Inputs = new() { Image = _ => "no picture"u8.ToArray() } };

        RunOutcome outcome = runs.Run("a", Asked, Small, "methods=[wi]");

        Assert.Contains("the image cannot be read", File.ReadAllText(outcome.Report), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_who_did_not_ask_gets_images_and_old_ones_go()
    {
        using var runs = new RunFixture { WithReport = true, Inputs = new() { Image = Gradient } };
        runs.Run("a", Asked, Small, "methods=[wi]");

        RunOutcome outcome = runs.Run("a", Small, "methods=[wi]");

        Assert.False(Directory.Exists(Path.Combine(outcome.Folder, "thumbnails")));
        Assert.DoesNotContain("class=\"thumbnails\"", File.ReadAllText(outcome.Report), StringComparison.Ordinal);
    }

    [Fact]
    public void Merged_page_has_the_images_of_all_runs_counted_together()
    {
        using var runs = new RunFixture { WithReport = true, Inputs = new() { Image = Gradient } };
        runs.Run("a", Asked, Small, "methods=[wi]");
        runs.Run("b", Asked, Small, "methods=[wi]", "name=other");

        string page = RunReport.Merge([runs.Folder("a"), runs.Folder("b")], runs.Folder("both"), _ => { });

        Thumbnail[] own = [.. ThumbnailFiles.Read(new ResultsFolder(runs.Folder("a")))];
        string html = File.ReadAllText(page);
        Assert.Equal(own.Length + 1, html.Split("<img src=\"data:image/png;base64,").Length);
        Assert.Contains($"wrong {2 * own[0].Wrong} of {2 * own[0].Shown} times", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Images_that_are_not_those_of_the_run_are_not_shown()
    {
        using var runs = new RunFixture { WithReport = true };
        RunOutcome outcome = runs.Run("a", Small, "methods=[wi]");

        RunThumbnails.Write(outcome.Folder, 3, new DatasetOptions());

        Thumbnail only = ThumbnailFiles.Read(new ResultsFolder(outcome.Folder))[0];
        Assert.NotEmpty(only.Reason);
        Assert.Equal(0, only.Png.Length);
    }

    [Fact]
    public void Images_of_several_runs_go_where_their_report_goes()
    {
        using var runs = new RunFixture();
        string a = runs.Run("a", Small, "methods=[wi]").Folder;
        string b = runs.Run("b", Small, "methods=[mwi]").Folder;
        var before = runs.Files("a");

        IReadOnlyList<Thumbnail> made = RunThumbnails.Write([a, b], runs.Folder("both"), 3, new DatasetOptions());

        Assert.NotEmpty(made);
        Assert.Equal(made, ThumbnailFiles.Read(new ResultsFolder(runs.Folder("both"))));
        Assert.Equal(before, runs.Files("a"));
        Assert.Throws<UsageException>(() => RunThumbnails.Write([a, b], a, 3, new DatasetOptions()));
        Assert.Equal(before, runs.Files("a"));
    }

    [Fact]
    public void Number_of_images_is_written_into_the_configuration_and_bounded()
    {
        using var runs = new RunFixture();

        Experiment experiment = runs.Experiment(Asked);
        var error = Assert.Throws<UsageException>(() => runs.Experiment("report={ thumbnails: 25 }"));

        Assert.Equal(3, experiment.Thumbnails);
        Assert.Contains(
            "\nreport: { thumbnails: 3 }\n", ExperimentText.Write(experiment, null), StringComparison.Ordinal);
        Assert.Equal(
            ExperimentIdentity.Hash(runs.Experiment()), ExperimentIdentity.Hash(experiment));
        Assert.Contains("25 is out of range; allowed: whole numbers from 0 to 24", error.Message,
            StringComparison.Ordinal);
    }

    private static byte[] Gradient(int sample)
    {
        byte[] pixels = new byte[200 * 100 * 3];
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)((i / 3) + sample);
        }

        using Raster picture = Raster.FromPixels(ImageMode.Rgb, 200, 100, pixels);
        return PngWriter.Write(picture);
    }

    private static IEnumerable<int> WrongBySample(string folder, string variant) =>
        File.ReadLines(Path.Combine(folder, "tables", "errors.csv")).Skip(1)
            .Select(line => System.Text.RegularExpressions.Regex.Replace(line, "\"[^\"]*\"", "x").Split(','))
            .Where(fields => fields[1] == variant)
            .GroupBy(fields => fields[5])
            .Select(sample => sample.Sum(fields => int.Parse(fields[8])));
}
