using Clipper.Core.Errors;

namespace Clipper.Bench.Reports;

/// <summary>The results folders that a command was given.</summary>
internal static class RunFolders
{
    /// <summary>Refuses a folder that is given twice, also by a link or another spelling.</summary>
    /// <exception cref="UsageException">One is.</exception>
    public static void RequireDistinct(IReadOnlyList<string> folders)
    {
        if (folders.GroupBy(FullPath).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new UsageException(
                $"{string.Join(" and ", twice)} are the same folder; give every run once, as its values would count "
                + "twice.");
        }
    }

    private static string FullPath(string folder)
    {
        string path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        FileSystemInfo? target = Directory.Exists(path) ? Directory.ResolveLinkTarget(path, true) : null;
        return target?.FullName ?? path;
    }
}
