using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Clipper.Core.Errors;

namespace Clipper.Clip.Files;

/// <summary>Writes files that are absent or complete, never partial: a temporary file in the same folder, flushed to
/// the disk, renamed over the target, and the folder flushed too, so that the file outlives a power cut.</summary>
public static partial class AtomicFile
{
    /// <summary>How the name of a temporary file ends; one that is found later was left by a killed process.</summary>
    public const string TemporarySuffix = ".tmp";

    private static int _written;

    /// <summary>Creates or replaces <paramref name="path"/>, and its folder where that is missing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content; when it throws, the old file stays as it was.</param>
    /// <exception cref="DataFileException">The disk is full, or the folder cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? Path.GetFullPath(path);
        string temporary = Path.Combine(folder, TemporaryName(Path.GetFileName(path)));
        try
        {
            Make(folder);
            WriteThrough(temporary, write);
            File.Move(temporary, path, overwrite: true);
            WriteSteps.Passed("rename");
            FolderSync.Flush(folder);
            WriteSteps.Passed("flush folder");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException || IsTooLong(e))
        {
            throw new DataFileException(
                path, $"cannot be written ({e.Message}); free space or choose another folder.", e);
        }
        finally
        {
            Remove(temporary);
        }
    }

    /// <summary>Creates or replaces a text file: UTF-8 without a byte order mark.</summary>
    /// <exception cref="DataFileException">The disk is full, or the folder cannot be written.</exception>
    public static void WriteText(string path, string text) =>
        Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>Makes a folder, where it is missing, and flushes the one above it.</summary>
    /// <exception cref="DataFileException">It cannot be made.</exception>
    public static void MakeFolder(string folder)
    {
        try
        {
            Make(Path.GetFullPath(folder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(
                folder, $"cannot be made ({e.Message}); free space or choose another folder.", e);
        }
    }

    /// <summary>Puts a file that another has written, in the same folder, in the place of <paramref name="path"/>:
    /// flushes it to the disk, renames it, and flushes the folder.</summary>
    /// <exception cref="DataFileException">It cannot be flushed or renamed.</exception>
    public static void Publish(string written, string path)
    {
        try
        {
            using (var stream = new FileStream(written, FileMode.Open, FileAccess.ReadWrite))
            {
                stream.Flush(flushToDisk: true);
            }

            File.Move(written, path, overwrite: true);
            FolderSync.Flush(Path.GetDirectoryName(Path.GetFullPath(path)) ?? path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(
                path, $"cannot be written ({e.Message}); free space or choose another folder.", e);
        }
    }

    /// <summary>Deletes the temporary files that processes of this machine left in a folder when they were killed.
    /// Those of running processes and of other machines stay.</summary>
    public static void RemoveLeftovers(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (string file in Directory.EnumerateFiles(folder, ".*" + TemporarySuffix))
        {
            Match owner = Owner().Match(file);
            if (owner.Success && owner.Groups["host"].Value == Environment.MachineName
                && !IsRunning(int.Parse(owner.Groups["pid"].ValueSpan, CultureInfo.InvariantCulture)))
            {
                Remove(file);
            }
        }
    }

    private static void Make(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            FolderSync.Flush(Path.GetDirectoryName(folder) ?? folder);
            WriteSteps.Passed("make folder");
        }
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void WriteThrough(string temporary, Action<Stream> write)
    {
        using var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None);
        WriteSteps.Passed("create");
        write(stream);
        WriteSteps.Passed("write");
        stream.Flush(flushToDisk: true);
        WriteSteps.Passed("flush");
    }

    // What .NET makes of EFBIG: the quota of the process, or of the file system, is used up.
    private static bool IsTooLong(Exception e) => e is ArgumentOutOfRangeException { ParamName: "value" };

    // Process and host keep writers on a shared folder apart, the counter the threads of one process.
    private static string TemporaryName(string name) => string.Create(
        CultureInfo.InvariantCulture,
        $".{name}@{Environment.MachineName}@{Environment.ProcessId}@{Interlocked.Increment(ref _written)}")
        + TemporarySuffix;

    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What matters is said already by the error on its way; the leftover is recognised by its suffix.
        }
    }

    [GeneratedRegex(@"@(?<host>[^@]+)@(?<pid>[0-9]{1,9})@[0-9]+\.tmp\z", RegexOptions.CultureInvariant)]
    private static partial Regex Owner();
}
