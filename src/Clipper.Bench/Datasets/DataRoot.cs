namespace Clipper.Bench.Datasets;

/// <summary>Where data sets are looked for.</summary>
internal static class DataRoot
{
    /// <summary><c>CLIPPER_DATA</c>, else <c>datasets/</c> of the checkout that the working folder is in, else of the
    /// working folder.</summary>
    public static string Default
    {
        get
        {
            string? named = Environment.GetEnvironmentVariable("CLIPPER_DATA");
            return string.IsNullOrEmpty(named) ? Path.Combine(Checkout() ?? Environment.CurrentDirectory, "datasets")
                : Path.GetFullPath(named);
        }
    }

    /// <summary>The places where a data set may lie, in the order in which they are tried.</summary>
    /// <param name="name">Name in configuration.</param>
    /// <param name="root">What the user named: the data set's own folder, or the folder of all data sets; empty = the
    /// default.</param>
    public static IReadOnlyList<string> Candidates(string name, string root) =>
        root.Length == 0 ? [Path.Combine(Default, name)]
            : [Path.GetFullPath(root), Path.Combine(Path.GetFullPath(root), name)];

    private static string? Checkout()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "datasets", "recipes")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
