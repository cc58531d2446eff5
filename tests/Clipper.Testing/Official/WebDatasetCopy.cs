using System.Globalization;
using Clipper.Testing.Archives;
using Clipper.Testing.Pictures;

namespace Clipper.Testing.Official;

/// <summary>Shards of WebDataset as CLIP_benchmark lays them out: <c>test/0.tar</c>, …,
/// <c>classnames.txt</c>.</summary>
public static class WebDatasetCopy
{
    /// <summary>Samples <c>s0000000.jpg</c> and <c>s0000000.cls</c> in shards, class after class, with names in
    /// <c>classnames.txt</c>.</summary>
    public static void Write(string root, int classes = 25, int images = 10, int shards = 3)
    {
        Directory.CreateDirectory(Path.Combine(root, "test"));
        TarBytes[] tars = [.. Enumerable.Range(0, shards).Select(_ => new TarBytes())];
        for (int i = 0; i < classes * images; i++)
        {
            string key = string.Create(CultureInfo.InvariantCulture, $"s{i:0000000}");
            int label = i / images;
            tars[i * shards / (classes * images)]
                .File(key + ".cls", label.ToString(CultureInfo.InvariantCulture))
                .File(key + ".jpg", JpegBytes.Of(DrawnPicture.Of(label, i)));
        }

        foreach ((int k, TarBytes tar) in tars.Index())
        {
            File.WriteAllBytes(
                Path.Combine(root, "test", k.ToString(CultureInfo.InvariantCulture) + ".tar"), tar.ToArray());
        }

        File.WriteAllLines(
            Path.Combine(root, "classnames.txt"),
            Enumerable.Range(0, classes).Select(c => string.Create(CultureInfo.InvariantCulture, $"kind {c}")));
    }
}
