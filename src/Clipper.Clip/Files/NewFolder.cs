using Clipper.Core.Errors;

namespace Clipper.Clip.Files;

/// <summary>A folder that a command fills.</summary>
public static class NewFolder
{
    /// <summary>Makes sure that nothing is overwritten.</summary>
    /// <param name="folder">A folder that does not exist or is empty.</param>
    /// <exception cref="UsageException">It has files, or is a file.</exception>
    public static void Require(string folder)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new UsageException($"'{folder}' exists and is not an empty folder; name another one with --out.");
        }
    }
}
