using System.Globalization;
using Clipper.Bench.Datasets.Storage;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets;

/// <summary>Omniglot: <c>images_&lt;variant&gt;/&lt;alphabet&gt;/&lt;character&gt;/&lt;file&gt;.png</c> in the official
/// archive, which is read in place, or unpacked. A class is <c>alphabet/character</c>; samples are in ordinal order of
/// their paths, classes in order of first appearance (PROTOCOL 4.3).</summary>
internal sealed class OmniglotReader : IDatasetReader
{
    private const int PartsOfPath = 4;

    public string Name => "omniglot";

    public string Description => "Omniglot: 1,623 handwritten characters of 50 alphabets, 20 drawings each";

    public IReadOnlyList<string> Variants { get; } = ["evaluation", "background"];

    public bool IsMultiLabel => false;

    public bool IsGenerated => false;

    public bool IsFoundAt(string root) => Variants.Any(v => Locate(root, v) is not null);

    public DatasetContent Read(DatasetSource source)
    {
        FileTree tree = OpenTree(source);
        var samples = new SampleList();
        int strangers = 0;
        foreach (string file in tree.Files)
        {
            string[] parts = file.Split('/');
            if (parts.Length == PartsOfPath && parts[0] == Folder(source.Variant) && ImageFileNames.Match(file))
            {
                samples.Add(file, $"{parts[1]}/{parts[2]}");
            }
            else
            {
                strangers++;
            }
        }

        Check(source, samples, strangers + tree.HiddenFiles);
        return new(source.Variant, false, samples.Classes, samples.Samples, tree.Store) { HasWords = false };
    }

    private static FileTree OpenTree(DatasetSource source)
    {
        string path = Locate(source.Root, source.Variant) ?? throw new DataFileException(
            source.Root,
            $"holds other parts of Omniglot but neither {Folder(source.Variant)}.zip nor {Folder(source.Variant)}/.");
        return Directory.Exists(path)
            ? FileTree.OfFolder(Path.GetDirectoryName(path) ?? path, Folder(source.Variant))
            : FileTree.OfArchive(path, source.Options);
    }

    // The archive comes first: it is checked, while a folder may be unpacked in part. python/ is where the authors keep
    // it.
    private static string? Locate(string root, string variant)
    {
        string[] places = [root, Path.Combine(root, "python")];
        return places.Select(p => Path.Combine(p, Folder(variant) + ".zip")).FirstOrDefault(File.Exists)
            ?? places.Select(p => Path.Combine(p, Folder(variant))).FirstOrDefault(Directory.Exists);
    }

    private static string Folder(string variant) => $"images_{variant}";

    private void Check(DatasetSource source, SampleList samples, int ignored)
    {
        if (samples.Samples.Count == 0)
        {
            throw new DataFileException(
                source.Root,
                $"{Folder(source.Variant)} holds no {Folder(source.Variant)}/<alphabet>/<character>/<file>.png.");
        }

        if (ignored > 0)
        {
            source.Warn(string.Create(
                CultureInfo.InvariantCulture, $"{Name}: {ignored} files that are no samples are ignored."));
        }
    }
}
