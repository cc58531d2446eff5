namespace Clipper.Testing;

/// <summary>The reference numbers: the folder named by CLIPPER_GOLDENS, default tests/Goldens. Cases are discovered
/// in it.</summary>
public static class GoldenFolder
{
    /// <summary>Its path. A named folder that is missing is a failure.</summary>
    public static string Path { get; } = Find();

    /// <summary>A path below it.</summary>
    public static string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>File names in <paramref name="folder"/> that match, in ordinal order; at least one, else the folder
    /// is not a golden folder.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern)
    {
        string[] files = [.. Directory.EnumerateFiles(Combine(folder), pattern).Order(StringComparer.Ordinal)];
        return files.Length > 0 ? files : throw new FileNotFoundException($"No {pattern} in {Combine(folder)}.");
    }

    private static string Find()
    {
        string? named = Environment.GetEnvironmentVariable("CLIPPER_GOLDENS");
        string path = string.IsNullOrEmpty(named)
            ? RepositoryRoot.Combine("tests", "Goldens")
            : System.IO.Path.GetFullPath(named, RepositoryRoot.Path);
        return Directory.Exists(path)
            ? path
            : throw new DirectoryNotFoundException($"CLIPPER_GOLDENS names '{path}', which does not exist.");
    }
}
