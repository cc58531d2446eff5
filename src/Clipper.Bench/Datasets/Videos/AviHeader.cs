using System.Buffers.Binary;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Videos;

/// <summary>The main header of an AVI file.</summary>
internal static class AviHeader
{
    // RIFF size "AVI " LIST size "hdrl" "avih" size, then the fields, of which dwTotalFrames is the fifth.
    private const int NameAt = 24;
    private const int FramesAt = 48;

    /// <summary>Number of frames that it says.</summary>
    /// <exception cref="DataFileException">No AVI file, or without a frame.</exception>
    public static int Frames(ReadOnlySpan<byte> video, string name)
    {
        bool isAvi = video.Length >= FramesAt + sizeof(int) && video.StartsWith("RIFF"u8)
            && video[8..].StartsWith("AVI LIST"u8) && video[NameAt..].StartsWith("avih"u8);
        int frames = isAvi ? BinaryPrimitives.ReadInt32LittleEndian(video[FramesAt..]) : 0;
        return frames > 0 ? frames : throw new DataFileException(
            name, isAvi ? "says that it has no frame." : "is no AVI video; obtain it again.");
    }
}
