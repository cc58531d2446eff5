using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Clipper.Bench.Files;

/// <summary>Tells the locks of living processes from those that killed ones left behind.</summary>
internal static class StaleLocks
{
    private const string Guard = ".locks.guard";

    private const int InUseOnUnix = 11; // EWOULDBLOCK
    private const int InUseOnWindows = unchecked((int)0x8007_0020); // ERROR_SHARING_VIOLATION

    // A lock of another host without a sign of life, and one that was never filled in.
    private static readonly TimeSpan _silence = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _unfinished = TimeSpan.FromSeconds(10);

    // Looking takes no time; whoever holds the guard for longer was stopped.
    private static readonly TimeSpan _longestLook = TimeSpan.FromSeconds(30);

    // Start times are made from the boot time and come out a little differently from process to process.
    private static readonly TimeSpan _startTolerance = TimeSpan.FromSeconds(2);

    /// <summary>This process as an owner.</summary>
    public static LockOwner Self(int nonce)
    {
        using var process = Process.GetCurrentProcess();
        return new(process.Id, process.StartTime.ToUniversalTime(), Environment.MachineName, nonce);
    }

    /// <summary>Who holds the lock, or null where there is none or it is not filled in.</summary>
    public static LockOwner? Read(string path)
    {
        try
        {
            using var stream = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return JsonSerializer.Deserialize<LockOwner>(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether there is a lock, and not a stale one.</summary>
    public static bool IsHeld(string path, out LockOwner? owner)
    {
        owner = Read(path);
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return false;
        }

        TimeSpan silent = TimeProvider.System.GetUtcNow() - new DateTimeOffset(file.LastWriteTimeUtc);
        return owner switch
        {
            null => silent < _unfinished,
            { Host: var host } when host != Environment.MachineName => silent < _silence,
            _ => IsAlive(owner),
        };
    }

    /// <summary>Removes a lock that is stale. The guard keeps two that find the same stale lock from removing each
    /// other's new one: only under it is a lock removed by anyone but its owner.</summary>
    public static void Clear(string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        try
        {
            string guard = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path)) ?? "", Guard);
            using var held = new FileStream(guard, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (!IsHeld(path, out _))
            {
                File.Delete(path);
            }
        }
        catch (IOException)
        {
            // Another is clearing; the caller looks again.
        }
    }

    /// <summary>Removes a folder of locks once there is none in it. Of two that leave it together, the second waits
    /// until the first has looked: else each could take the other for one that is still there.</summary>
    public static void RemoveEmpty(string folder)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (!HasLooked(folder) && TimeProvider.System.GetElapsedTime(start) < _longestLook)
        {
            Thread.Sleep(1);
        }
    }

    // Whether the folder was looked at under the guard, or is none of this process's business.
    private static bool HasLooked(string folder)
    {
        try
        {
            string guard = Path.Combine(folder, Guard);
            using var held = new FileStream(guard, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (Directory.EnumerateFileSystemEntries(folder).All(path => path == guard))
            {
                File.Delete(guard);
                Directory.Delete(folder);
            }

            return true;
        }
        catch (IOException e) when (e.HResult is InUseOnUnix or InUseOnWindows)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another takes a lock: it is for that one to remove the folder.
            return true;
        }
    }

    private static bool IsAlive(LockOwner owner)
    {
        try
        {
            using var process = Process.GetProcessById(owner.Process);
            return (process.StartTime.ToUniversalTime() - owner.Started).Duration() < _startTolerance;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return false;
        }
    }
}
