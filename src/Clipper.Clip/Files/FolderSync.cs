using System.Runtime.InteropServices;

namespace Clipper.Clip.Files;

/// <summary>Flushes a folder's entries to the disk. POSIX alone needs it, and .NET has no call for it.</summary>
internal static partial class FolderSync
{
    /// <summary>Flushes <paramref name="folder"/>; file systems that cannot are left alone.</summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int descriptor = Open(folder, 0);
        if (descriptor >= 0)
        {
            _ = Sync(descriptor);
            _ = Close(descriptor);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int readOnly);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
