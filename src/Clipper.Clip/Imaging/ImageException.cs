using Clipper.Core.Errors;

namespace Clipper.Clip.Imaging;

/// <summary>An image that cannot be decoded (truncated, empty, not an image, too large).</summary>
public sealed class ImageException(string path, string problem) : DataFileException(path, problem);
