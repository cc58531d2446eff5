using System.Globalization;

namespace Clipper.Clip.Checkpoints;

/// <summary>Writes a file so that a reader sees the old one or the whole new one, also after a crash.</summary>
public static class AtomicFile
{
    /// <summary>Ending of a file that is being written.</summary>
    public const string TemporaryEnding = ".tmp";

    /// <summary>Writes a temporary file beside <paramref name="path"/>, flushes it to disk, renames it and flushes
    /// the folder. The folder is made if it is missing; on an error the temporary file is removed.</summary>
    /// <param name="path">The file to make or replace.</param>
    /// <param name="write">Writes its contents.</param>
    /// <exception cref="IOException">The file cannot be written; <paramref name="path"/> is as it was.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))
            ?? throw new ArgumentException("The root folder is no file.", nameof(path));
        Directory.CreateDirectory(folder);
        string temporary = string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.GetFullPath(path)}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}{TemporaryEnding}");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        FolderSync.Flush(folder);
    }
}
