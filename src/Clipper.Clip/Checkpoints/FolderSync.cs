using System.Runtime.InteropServices;

namespace Clipper.Clip.Checkpoints;

/// <summary>Flushes a folder's entries to disk, so that a rename in it survives a power failure.</summary>
internal static partial class FolderSync
{
    private const int ReadOnly = 0;

    /// <summary>fsync on the folder, on Linux; elsewhere, and on file systems that refuse it, nothing: the file
    /// itself is already on disk and at worst the old one is seen again.</summary>
    public static void Flush(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        int handle = Open(folder, ReadOnly);
        if (handle >= 0)
        {
            _ = Sync(handle);
            _ = Close(handle);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Sync(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int handle);
}
