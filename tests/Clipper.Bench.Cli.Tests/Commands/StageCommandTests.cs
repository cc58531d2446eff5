using System.Globalization;
using System.Text.Json;
using Clipper.Clip.Checkpoints;
using Clipper.Testing;

namespace Clipper.Bench.Cli.Tests.Commands;

/// <summary>The stages one after the other, each through the files of the one before.</summary>
public sealed class StageCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Images_become_metrics()
    {
        string images = GoldenFolder.Combine("preprocess", "images");
        string[] names =
            [.. GoldenFolder.Files("preprocess/images", "*").Select(file => Path.GetFileName(file))];
        string labels = _folder.Write(
            "labels.csv", "id,labels\n" + string.Concat(names.Select((name, i) => $"{name},{i % 2}\n")));

        Succeed("preprocess", images, "--size", "64", "--out", At("pixels"));
        Succeed("embed", "--model", "random:0", "--pixels", At("pixels"), "--out", At("embeddings"), "--device", "cpu");
        Succeed("imprint", "--embeddings", At("embeddings"), "--labels", labels, "--head", "wi", "--out", At("head"));
        string scores = _folder.Combine("scores.csv");
        Succeed("predict", "--head", At("head"), "--embeddings", At("embeddings"), "--out", scores);
        Console metrics = Succeed("metrics", "--truth", labels, "--scores", scores, "--json");

        using JsonDocument json = JsonDocument.Parse(metrics.Output);
        Assert.Equal(names.Length, json.RootElement.GetProperty("samples").GetInt32());
        Assert.InRange(json.RootElement.GetProperty("metrics").GetProperty("accuracy").GetDouble(), 0.5, 1);
        Assert.Equal(names, IdsOf(At("embeddings")));
    }

    [Fact]
    public void Metrics_print_the_same_in_every_culture()
    {
        string truth = _folder.Write("truth.csv", "id,labels\na,x\nb,y\n");
        string scores = _folder.Write("scores.csv", "id,predicted,x,y\na,x,0.75,0.25\nb,x,0.5,0.25\n");
        string[] line = ["metrics", "--truth", truth, "--scores", scores, "--threshold", "0.25"];
        CultureInfo before = CultureInfo.CurrentCulture;
        var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        german.NumberFormat.NumberDecimalSeparator = ",";

        Console plain = Succeed(line);
        CultureInfo.CurrentCulture = german;
        Console comma = Succeed(line);
        CultureInfo.CurrentCulture = before;

        Assert.Matches(@"(?m)^accuracy +0\.5$", plain.Output);
        Assert.Equal(plain, comma);
    }

    [Fact]
    public void Undefined_metric_is_null_with_its_reason()
    {
        string truth = _folder.Write("truth.csv", "id,labels\na,x\nb,x\n");
        string scores = _folder.Write("scores.csv", "id,predicted,x,y\na,x,0.75,0.25\nb,x,0.5,0.25\n");

        Console console = Succeed("metrics", "--truth", truth, "--scores", scores, "--json");

        using JsonDocument json = JsonDocument.Parse(console.Output);
        JsonElement Of(string group) => json.RootElement.GetProperty(group).GetProperty("roc_auc_macro");
        Assert.Equal(JsonValueKind.Null, Of("metrics").ValueKind);
        Assert.NotEmpty(Of("undefined").GetString() ?? "");
    }

    [Fact]
    public void Unreadable_image_ends_it_or_is_left_out()
    {
        string good = GoldenFolder.Files("preprocess/images", "*.png")[0];
        string bad = _folder.Write("in/bad.jpg", "no image");
        string[] images = [bad, .. Enumerable.Range(0, 12).Select(number => Copy(good, number))];
        string[] line = ["embed", "--model", "random:0", "--out", At("e"), "--images", .. images];

        Console fail = Console.Run(line);
        Console skip = Console.Run([.. line, "--on-bad-image", "skip"]);

        Assert.Equal(2, fail.ExitCode);
        Assert.Contains("bad.jpg", fail.Error, StringComparison.Ordinal);
        Assert.Equal(0, skip.ExitCode);
        Assert.Contains("warning: left out: bad.jpg", skip.Error, StringComparison.Ordinal);
        Assert.Equal(12, IdsOf(At("e")).Length);
    }

    private static Console Succeed(params string[] args)
    {
        Console console = Console.Run(args);
        Assert.True(console.ExitCode == 0, console.Error);
        return console;
    }

    private static string[] IdsOf(string path)
    {
        using SafetensorsFile file = SafetensorsFile.Open(path);
        return JsonSerializer.Deserialize<string[]>(file.Metadata["ids"]) ?? [];
    }

    private string At(string name) => _folder.Combine(name + ".safetensors");

    private string Copy(string image, int number)
    {
        string path = _folder.Combine("in", $"{number}.png");
        File.Copy(image, path);
        return path;
    }
}
