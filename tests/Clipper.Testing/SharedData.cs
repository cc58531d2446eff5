namespace Clipper.Testing;

/// <summary>Real images and a real pretrained model that lie beside the checkout and never enter it.</summary>
public static class SharedData
{
    /// <summary>The folder beside the checkout.</summary>
    public static string Path { get; } = System.IO.Path.GetFullPath(RepositoryRoot.Combine("..", "shared"));

    /// <summary>A path below it.</summary>
    public static string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Whether a path below it exists.</summary>
    public static bool Has(params string[] parts) => System.IO.Path.Exists(Combine(parts));
}
