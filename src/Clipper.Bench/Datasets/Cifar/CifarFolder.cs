using System.Text;
using Clipper.Clip.Checkpoints;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Cifar;

/// <summary>The folder of either version: binary records with names in <c>batches.meta.txt</c>, or pickled arrays with
/// names in <c>batches.meta</c>.</summary>
/// <param name="Path">The folder.</param>
/// <param name="IsPickled">Whether it is the Python version.</param>
internal sealed record CifarFolder(string Path, bool IsPickled)
{
    private const string BinaryNames = "batches.meta.txt";
    private const string PickledNames = "batches.meta";

    private static readonly string[] _places = ["", "cifar-10-batches-bin", "cifar-10-batches-py"];

    /// <summary>The folder at or below a root; null where there is none.</summary>
    public static CifarFolder? Find(string root)
    {
        foreach (string place in _places.Select(p => System.IO.Path.Combine(root, p)))
        {
            if (File.Exists(System.IO.Path.Combine(place, BinaryNames)))
            {
                return new(place, IsPickled: false);
            }

            if (File.Exists(System.IO.Path.Combine(place, PickledNames)))
            {
                return new(place, IsPickled: true);
            }
        }

        return null;
    }

    /// <summary>Whether a batch is there.</summary>
    public bool Has(string batch) => File.Exists(FileOf(batch));

    /// <summary>Reads a batch.</summary>
    /// <exception cref="DataFileException">Unreadable, damaged, or anything but images.</exception>
    public ICifarBatch Open(string batch) =>
        IsPickled ? PickledCifarBatch.Open(FileOf(batch)) : BinaryCifarBatch.Open(FileOf(batch));

    /// <summary>The names of the classes, in order of their labels.</summary>
    /// <exception cref="DataFileException">Unreadable, damaged, or without names.</exception>
    public IReadOnlyList<string> ReadClassNames()
    {
        string path = System.IO.Path.Combine(Path, IsPickled ? PickledNames : BinaryNames);
        IReadOnlyList<string> names = IsPickled ? PickledTable.Read(path).Texts("label_names") : Lines(path);
        return names.Count > 0 && names.Distinct(StringComparer.Ordinal).Count() == names.Count ? names
            : throw new DataFileException(path, "holds no names of classes, or one twice.");
    }

    private static string[] Lines(string path)
    {
        try
        {
            string[] lines = File.ReadAllLines(path, Encoding.UTF8);
            return [.. lines.Select(line => line.Trim()).Where(line => line.Length > 0)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, $"cannot be read ({e.Message}).", e);
        }
    }

    private string FileOf(string batch) => System.IO.Path.Combine(Path, IsPickled ? batch : batch + ".bin");
}
