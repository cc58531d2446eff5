namespace Clipper.Clip.Files;

/// <summary>Where what can be computed again is kept.</summary>
public static class CacheFolder
{
    /// <summary>The folder in use: <paramref name="root"/>; where that is empty <c>CLIPPER_CACHE</c>, else
    /// <c>XDG_CACHE_HOME/clipper-bench</c>, else the user's cache folder (<c>~/.cache/clipper-bench</c>).</summary>
    public static string Resolve(string root = "")
    {
        string? named = root.Length > 0 ? root : Environment.GetEnvironmentVariable("CLIPPER_CACHE");
        return string.IsNullOrEmpty(named) ? Path.Combine(UserCache(), "clipper-bench") : Path.GetFullPath(named);
    }

    // The XDG specification: a relative path is as good as none.
    private static string UserCache()
    {
        string? named = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (Path.IsPathFullyQualified(named ?? ""))
        {
            return named ?? "";
        }

        return OperatingSystem.IsWindows()
            ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
    }
}
