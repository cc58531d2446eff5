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
            .SelectMany(folder => SourcesIn(new DirectoryInfo(RepositoryRoot.Combine(folder))))
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file.FullName).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Our own code, without the stand-ins, which mirror other libraries.</summary>
    public static IReadOnlyList<string> Application { get; } =
        [.. Below("src").Where(file => !file.StartsWith("src/StandIns/", StringComparison.Ordinal))];

    // Outputs are not looked into: tests that run beside this one make and remove folders there.
    private static IEnumerable<FileInfo> SourcesIn(DirectoryInfo folder) => folder.EnumerateFiles("*.cs")
        .Concat(folder.EnumerateDirectories().Where(below => !Outputs.Contains(below.Name)).SelectMany(SourcesIn));

    /// <summary>Lines of a file.</summary>
    public static string[] Lines(string file) => File.ReadAllLines(RepositoryRoot.Combine(file.Split('/')));
}
