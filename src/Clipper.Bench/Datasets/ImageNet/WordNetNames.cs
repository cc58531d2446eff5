using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Clipper.Bench.Datasets.Storage;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.ImageNet;

/// <summary>What WordNet ids are called in words, from a mapping file beside the data or in their archive. Known are
/// Keras's <c>imagenet_class_index.json</c>, which the reference used (PROTOCOL 2.5), and lists of an id and its names
/// a line: <c>LOC_synset_mapping.txt</c>, <c>synset_words.txt</c>, <c>map_clsloc.txt</c>, <c>words.txt</c> and the
/// <c>README.txt</c> of ImageNet-A and ImageNet-R. Of several names the first counts, with spaces for
/// underscores.</summary>
internal static partial class WordNetNames
{
    private const long LongestFile = 64 << 20;

    private static readonly string[] _files =
    [
        "imagenet_class_index.json", "LOC_synset_mapping.txt", "synset_words.txt", "map_clsloc.txt", "words.txt",
        "README.txt",
    ];

    /// <summary>The words for classes; ids stand for themselves, with a warning, where no file names them.</summary>
    /// <param name="classes">WordNet ids.</param>
    /// <param name="source">Where the data are.</param>
    /// <param name="tree">Their files, which may hold a list.</param>
    /// <exception cref="DataFileException">A mapping file is damaged.</exception>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> classes, DatasetSource source, FileTree tree)
    {
        IReadOnlyDictionary<string, string> names = Find(classes, source, tree);
        string[] nameless = [.. classes.Where(id => !names.ContainsKey(id))];
        if (nameless.Length > 0)
        {
            source.Warn(
                $"{source.Root}: {nameless.Length} classes have no names in words (the first is {nameless[0]}), so "
                + $"prompts would show WordNet ids; put {_files[0]} or {_files[1]} there.");
        }

        return [.. classes.Select(id => names.GetValueOrDefault(id, id))];
    }

    /// <summary>The names that a mapping file gives.</summary>
    /// <param name="path">The file, for errors; one that ends in <c>.json</c> is JSON.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="DataFileException">The JSON is damaged or of another form.</exception>
    public static IReadOnlyDictionary<string, string> Parse(string path, string text)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        if (path.EndsWith(".json", StringComparison.Ordinal))
        {
            AddJson(path, text, names);
            return names;
        }

        foreach (string line in text.Split('\n'))
        {
            Match match = Line().Match(line.TrimEnd('\r'));
            if (match.Success)
            {
                names.TryAdd(match.Groups["id"].Value, Words(match.Groups["names"].Value.Split(',')[0]));
            }
        }

        return names;
    }

    private static IReadOnlyDictionary<string, string> Find(
        IReadOnlyList<string> classes, DatasetSource source, FileTree tree)
    {
        foreach (string file in _files)
        {
            if (Text(file, source, tree) is { } text && Parse(file, text) is var names
                && classes.Any(names.ContainsKey))
            {
                return names;
            }
        }

        return new Dictionary<string, string>();
    }

    private static string? Text(string file, DatasetSource source, FileTree tree)
    {
        string beside = Path.Combine(source.Root, file);
        if (File.Exists(beside) && new FileInfo(beside).Length <= LongestFile)
        {
            return Encoding.UTF8.GetString(new FolderStore(source.Root).Read(file));
        }

        string? inside = tree.Files.FirstOrDefault(f => f == file || f.EndsWith("/" + file, StringComparison.Ordinal));
        return inside is null ? null : Encoding.UTF8.GetString(tree.Store.Read(inside));
    }

    // {"0": ["n01440764", "tench"], …}
    private static void AddJson(string path, string text, Dictionary<string, string> names)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            foreach (JsonProperty entry in json.RootElement.EnumerateObject())
            {
                names.TryAdd(entry.Value[0].GetString() ?? "", Words(entry.Value[1].GetString() ?? ""));
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new DataFileException(
                path, $"is not a list like {{\"0\": [\"n01440764\", \"tench\"]}} ({e.Message}).", e);
        }
    }

    private static string Words(string name) => name.Trim().Replace('_', ' ');

    // n01440764 tench, Tinca tinca — or, in map_clsloc.txt, n02119789 1 kit_fox.
    [GeneratedRegex(@"^(?<id>n[0-9]{8})[ \t:]+([0-9]+[ \t]+)?(?<names>\S.*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
