using System.Globalization;
using Clipper.Testing.Pictures;

namespace Clipper.Testing.Official;

/// <summary>A small CIFAR-10 in both versions, of the same pictures: five training batches and a test batch.</summary>
public static class Cifar10Copy
{
    /// <summary>The official names.</summary>
    public static readonly IReadOnlyList<string> Classes =
        ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

    private const int Side = 32;
    private const int TestBatch = 6;

    /// <summary>The binary version: a label byte and three planes an image.</summary>
    public static OfficialCopy Binary(int trainingImages = 20, int testImages = 120)
    {
        var copy = new OfficialCopy();
        foreach ((string name, int batch, int images) in Batches(trainingImages, testImages))
        {
            copy.Add(
                $"cifar-10-batches-bin/{name}.bin",
                [.. Enumerable.Range(0, images).SelectMany(k => Planes(batch, k).Prepend((byte)Label(batch, k)))]);
        }

        return copy.Add("cifar-10-batches-bin/batches.meta.txt", string.Join('\n', Classes) + "\n\n")
            .Add("cifar-10-batches-bin/readme.html", "<html></html>");
    }

    /// <summary>The Python version, pickled as Python 2 did it.</summary>
    public static OfficialCopy Python(int trainingImages = 20, int testImages = 120)
    {
        var copy = new OfficialCopy();
        foreach ((string name, int batch, int images) in Batches(trainingImages, testImages))
        {
            copy.Add($"cifar-10-batches-py/{name}", Python2Pickle.Of(
                ("batch_label", name),
                ("labels", Enumerable.Range(0, images).Select(k => Label(batch, k)).ToArray()),
                ("data", Enumerable.Range(0, images).Select(k => Planes(batch, k)).ToArray()),
                ("filenames", Enumerable.Range(0, images).Select(k => FileName(batch, k)).ToArray())));
        }

        return copy.Add("cifar-10-batches-py/batches.meta", Python2Pickle.Of(
            ("num_cases_per_batch", 10000), ("label_names", Classes.ToArray()), ("num_vis", 3 * Side * Side)));
    }

    /// <summary>The label of image <paramref name="number"/> of a batch (1 to 5, 6 = test).</summary>
    public static int Label(int batch, int number) => ((number * 7) + batch) % Classes.Count;

    /// <summary>Its red, green and blue planes.</summary>
    public static byte[] Planes(int batch, int number)
    {
        byte[] pixels = DrawnPicture.Of(Label(batch, number), (batch * 1000) + number, Side, Side).Pixels;
        return
        [
            .. from channel in Enumerable.Range(0, 3)
               from i in Enumerable.Range(0, Side * Side)
               select pixels[(i * 3) + channel],
        ];
    }

    private static IEnumerable<(string Name, int Batch, int Images)> Batches(int training, int test) =>
    [
        .. Enumerable.Range(1, TestBatch - 1).Select(
            k => (string.Create(CultureInfo.InvariantCulture, $"data_batch_{k}"), k, training)),
        ("test_batch", TestBatch, test),
    ];

    private static string FileName(int batch, int number) => string.Create(
        CultureInfo.InvariantCulture, $"{Classes[Label(batch, number)]}_s_{(batch * 1000) + number:000000}.png");
}
