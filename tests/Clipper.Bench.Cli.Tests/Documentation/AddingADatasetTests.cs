using System.Text.RegularExpressions;
using Clipper.Testing;
using Clipper.Testing.Pictures;

namespace Clipper.Bench.Cli.Tests.Documentation;

/// <summary>Follows docs/adding-a-dataset.md to the letter: its files, its experiment, its commands.</summary>
public sealed partial class AddingADatasetTests : IDisposable
{
    private static readonly string Text = File.ReadAllText(RepositoryRoot.Combine("docs", "adding-a-dataset.md"));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Folder_of_the_text_runs_as_it_says()
    {
        int number = 0;
        foreach (Match file in TreeFile().Matches(Block("", "flowers/")))
        {
            Picture(Path.Combine("flowers", file.Value.Trim()), number++);
        }

        Assert.True(number > 3);
        Follow("datasets: [{ name: folder, root: flowers }]", "folder", "flowers");
    }

    [Fact]
    public void Csv_of_the_text_runs_as_it_says()
    {
        string list = Block("csv", "path,labels");
        _folder.Write("pets/labels.csv", list);
        string[] files = [.. list.TrimEnd().Split('\n').Skip(1).Select(line => line.Split(',')[0])];
        foreach ((int number, string file) in files.Index())
        {
            Picture(Path.Combine("pets", file), number);
        }

        Follow("datasets: [{ name: csv, root: pets/labels.csv }]", "csv", Path.Combine("pets", "labels.csv"));
    }

    private void Follow(string datasets, string name, string root)
    {
        Assert.Contains(datasets, Text, StringComparison.Ordinal);
        string experiment = DatasetsLine().Replace(Block("yaml", "name: my-images"), datasets);
        string config = _folder.Write("my-images.yaml", experiment);
        string sheet = _folder.Combine("sheet.png");

        Console sample = Console.Run(
            "datasets", "sample", name, "--root", _folder.Combine(root), "--out", sheet);
        Console run = Console.Run("run", config, "--out", _folder.Combine("out"), "--device", "cpu");

        Assert.Equal((0, 0), (sample.ExitCode, run.ExitCode));
        Assert.True(File.Exists(sheet));
        Assert.Contains(
            "clipper datasets sample folder --root flowers --out sheet.png", Text, StringComparison.Ordinal);
        Assert.Contains("clipper run my-images.yaml", Text, StringComparison.Ordinal);
    }

    // The fenced block of a language that starts with a line.
    private static string Block(string language, string start) =>
        Fence().Matches(Text).Single(
            block => block.Groups["language"].Value == language
                && block.Groups["text"].Value.StartsWith(start, StringComparison.Ordinal)).Groups["text"].Value;

    private void Picture(string path, int number)
    {
        string full = _folder.Combine(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full) ?? "");
        var picture = DrawnPicture.Of(number % 3, number);
        File.WriteAllBytes(full, full.EndsWith(".png", StringComparison.Ordinal)
            ? PngBytes.Of(picture) : JpegBytes.Of(picture));
    }

    [GeneratedRegex(@"```(?<language>[a-z]*)\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"(?m)^ +[a-z]+/.*\.(jpg|png)$")]
    private static partial Regex TreeFile();

    [GeneratedRegex(@"(?m)^datasets:.*$")]
    private static partial Regex DatasetsLine();
}
