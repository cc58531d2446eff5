namespace ScottPlot;

/// <summary>What was written.</summary>
public class SavedImageInfo(string path, int fileSize)
{
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public int FileSize { get; } = fileSize;
}
