namespace Clipper.Clip.Runtime;

/// <summary>The shared libraries that this process has mapped (Linux: /proc/self/maps).</summary>
public static class LoadedLibraries
{
    private const string Maps = "/proc/self/maps";

    /// <summary>Path of the first mapped library whose file name starts with <paramref name="prefix"/>, or
    /// null.</summary>
    public static string? Find(string prefix)
    {
        if (!File.Exists(Maps))
        {
            return null;
        }

        foreach (string line in File.ReadLines(Maps))
        {
            int slash = line.IndexOf('/', StringComparison.Ordinal);
            if (slash >= 0 && Path.GetFileName(line.AsSpan(slash)).StartsWith(prefix, StringComparison.Ordinal))
            {
                return line[slash..];
            }
        }

        return null;
    }
}
