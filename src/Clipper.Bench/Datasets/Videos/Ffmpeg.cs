using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Videos;

/// <summary>The program ffmpeg, which takes frames of videos. It is told that the data are AVI, so that a file that
/// names others (a play list) is refused, and to compute bit for bit the same on every processor.</summary>
internal static class Ffmpeg
{
    private const string Program = "ffmpeg";

    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(1);

    /// <summary>Whether it is in the search path.</summary>
    public static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, Program)));

    /// <summary>A frame as a PNG file.</summary>
    /// <param name="video">An AVI file.</param>
    /// <param name="number">The frame, from 0.</param>
    /// <param name="name">The video, for errors.</param>
    /// <exception cref="DataFileException">The video is damaged, has no such frame, or takes more than a
    /// minute.</exception>
    public static byte[] Frame(byte[] video, int number, string name)
    {
        using Process process = Start(number, name);
        using var limit = new CancellationTokenSource(_longest);
        using CancellationTokenRegistration kill = limit.Token.Register(process.Kill);
        Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        Task feed = FeedAsync(process.StandardInput.BaseStream, video);
        using var frame = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(frame);
        process.WaitForExit();
        feed.GetAwaiter().GetResult();
        if (limit.IsCancellationRequested)
        {
            throw new DataFileException(name, $"keeps {Program} busy for more than {_longest.TotalMinutes} minute.");
        }

        string said = errors.GetAwaiter().GetResult().Trim();
        return process.ExitCode == 0 && frame.Length > 0 ? frame.ToArray() : throw new DataFileException(
            name,
            string.Create(CultureInfo.InvariantCulture, $"gives no frame {number} to {Program}")
            + (said.Length > 0 ? $": {said.Split('\n')[^1]}" : "; the video is cut off."));
    }

    private static Process Start(int number, string name)
    {
        string select = string.Create(CultureInfo.InvariantCulture, $"select=eq(n\\,{number})");
        var start = new ProcessStartInfo(
            Program,
            [
                "-v", "error", "-threads", "1", "-idct", "simple", "-flags", "bitexact", "-f", "avi", "-i", "pipe:0",
                "-vf", select, "-frames:v", "1", "-sws_flags", "bitexact+accurate_rnd+full_chroma_int",
                "-pix_fmt", "rgb24", "-f", "image2pipe", "-c:v", "png", "pipe:1",
            ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException($"{Program} did not start.");
        }
        catch (Win32Exception e)
        {
            throw new DataFileException(name, $"needs {Program}, which does not start ({e.Message}).", e);
        }
    }

    // It reads no further than the frame and closes the pipe, which is no error.
    private static async Task FeedAsync(Stream input, byte[] video)
    {
        try
        {
            await using (input.ConfigureAwait(false))
            {
                await input.WriteAsync(video).ConfigureAwait(false);
            }
        }
        catch (IOException)
        {
        }
    }
}
