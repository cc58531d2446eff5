namespace Clipper.Bench.Datasets.Folders;

/// <summary>An image that lies in a folder of its class.</summary>
/// <param name="Class">The folder.</param>
/// <param name="File">Path inside the official layout.</param>
internal sealed record FolderImage(string Class, string File)
{
    /// <summary>The file's own name.</summary>
    public string Name => File[(File.LastIndexOf('/') + 1)..];
}
