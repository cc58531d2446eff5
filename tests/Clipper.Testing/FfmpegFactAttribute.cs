using Xunit;

namespace Clipper.Testing;

/// <summary>A test on videos; skipped, with the reason, where ffmpeg is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FfmpegFactAttribute : FactAttribute
{
    /// <summary>Needs ffmpeg in the search path.</summary>
    public FfmpegFactAttribute()
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, "ffmpeg"))))
        {
            Skip = "needs ffmpeg";
        }
    }
}
