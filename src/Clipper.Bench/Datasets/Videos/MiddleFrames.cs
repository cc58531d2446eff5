using Clipper.Bench.Datasets.Storage;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Videos;

/// <summary>The middle frame of every video of a store, frame ⌊n/2⌋ of n from 0, as a PNG file that ffmpeg makes when
/// it is asked for. Nothing is kept: an image is read once for its hash and once a model.</summary>
internal sealed class MiddleFrames : IImageStore
{
    private readonly IImageStore _videos;

    private MiddleFrames(IImageStore videos) => _videos = videos;

    /// <inheritdoc />
    public string? Location => _videos.Location;

    /// <summary>Opens videos.</summary>
    /// <param name="videos">Reads them; disposed with this store.</param>
    /// <param name="path">Where they are, for the error.</param>
    /// <exception cref="DataFileException">ffmpeg is not installed.</exception>
    public static MiddleFrames Open(IImageStore videos, string path) => Ffmpeg.IsInstalled ? new(videos)
        : throw new DataFileException(
            path,
            "holds videos, of which ffmpeg takes the middle frames, and ffmpeg is not installed. Install it (on "
            + "Debian: apt-get install ffmpeg), or put the frames there in place of the videos.");

    /// <inheritdoc />
    public string Stamp(string id) => $"{_videos.Stamp(id)}:middle";

    /// <inheritdoc />
    public byte[] Read(string id)
    {
        byte[] video = _videos.Read(id);
        string name = $"{Location}/{id}";
        return Ffmpeg.Frame(video, AviHeader.Frames(video, name) / 2, name);
    }

    /// <inheritdoc />
    public void Dispose() => _videos.Dispose();
}
