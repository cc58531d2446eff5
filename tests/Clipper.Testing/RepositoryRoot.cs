namespace Clipper.Testing;

/// <summary>Finds the checkout from the test assembly's folder.</summary>
public static class RepositoryRoot
{
    /// <summary>The folder that holds Clipper.Bench.sln.</summary>
    public static string Path { get; } = Find();

    /// <summary>A path below the checkout.</summary>
    public static string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Clipper.Bench.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No Clipper.Bench.sln above {AppContext.BaseDirectory}.");
    }
}
