using Clipper.Core.Errors;

namespace Clipper.Bench.Stages;

/// <summary>An image named on the command line.</summary>
/// <param name="Id">Its file name, or its path inside the folder that was named, with '/' separators.</param>
/// <param name="Path">Where it lies.</param>
public sealed record ImageFile(string Id, string Path)
{
    /// <summary>The encoded bytes.</summary>
    /// <exception cref="DataFileException">The file cannot be read.</exception>
    public byte[] Read()
    {
        try
        {
            return File.ReadAllBytes(Path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(Path, $"cannot be read: {error.Message}", error);
        }
    }
}
