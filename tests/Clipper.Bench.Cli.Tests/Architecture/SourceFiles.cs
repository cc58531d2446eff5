using Clipper.Testing;

namespace Clipper.Bench.Cli.Tests.Architecture;

/// <summary>The repository's C# files.</summary>
internal static class SourceFiles
{
    private static readonly string[] Outputs = ["bin", "obj"];

    /// <summary>All files below a folder of the repository, as paths from its root with '/'.</summary>
    public static IReadOnlyList<string> Below(params string[] folders) =>
    [
        .. folders
            .Select(folder => new DirectoryInfo(RepositoryRoot.Combine(folder)))
            .SelectMany(folder => folder.EnumerateFiles("*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file.FullName).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => Outputs.Contains(part)))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Our own code, without the stand-ins, which mirror other libraries.</summary>
    public static IReadOnlyList<string> Application { get; } =
        [.. Below("src").Where(file => !file.StartsWith("src/StandIns/", StringComparison.Ordinal))];

    /// <summary>Lines of a file.</summary>
    public static string[] Lines(string file) => File.ReadAllLines(RepositoryRoot.Combine(file.Split('/')));
}
