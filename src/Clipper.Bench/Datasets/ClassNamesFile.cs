using Clipper.Bench.Files;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets;

/// <summary>A CSV file <c>class,name</c>: what the classes of a data set are called in words, for prompts. It may name
/// classes that the data set does not have, so that a file serves every part of a set.</summary>
internal static class ClassNamesFile
{
    private const int ClassesTold = 5;

    /// <summary>The names of <paramref name="classes"/>, in their order.</summary>
    /// <exception cref="DataFileException">Missing, another header, an empty name, a class twice, or a class without a
    /// name.</exception>
    public static IReadOnlyList<string> Read(string path, IReadOnlyList<string> classes)
    {
        Dictionary<string, string> names = ReadAll(path);
        string[] missing = [.. classes.Where(label => !names.ContainsKey(label))];
        return missing.Length == 0
            ? [.. classes.Select(label => names[label])]
            : throw new DataFileException(
                path,
                $"names {classes.Count - missing.Length} of the {classes.Count} classes; without a name: "
                + string.Join(", ", missing.Take(ClassesTold)) + (missing.Length > ClassesTold ? ", …" : "."));
    }

    private static Dictionary<string, string> ReadAll(string path)
    {
        using CsvTable table = CsvTable.Open(path);
        if (table.Header is not ["class", "name"])
        {
            throw new DataFileException(
                path, $"line 1: expected the header 'class,name', got '{string.Join(',', table.Header)}'.");
        }

        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        while (table.Next() is [var label, var name])
        {
            if (name.Trim().Length == 0)
            {
                throw table.Problem($"class '{label}' has no name.");
            }

            if (!names.TryAdd(label, name.Trim()))
            {
                throw table.Problem($"class '{label}' is there twice.");
            }
        }

        return names;
    }
}
