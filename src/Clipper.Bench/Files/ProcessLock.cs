using System.Text.Json;
using Clipper.Core.Errors;

namespace Clipper.Bench.Files;

/// <summary>A lock between processes and threads: a file that says who holds it, removed at the end. The lock of a
/// process that was killed is found out by process id, start time and host, and cleared away.</summary>
public sealed class ProcessLock : IDisposable
{
    /// <summary>Ending of lock files.</summary>
    public const string Suffix = ".lock";

    private const int PollMilliseconds = 100;

    private const int FileExistsOnUnix = 17; // EEXIST
    private const int FileExistsOnWindows = unchecked((int)0x8007_0050); // ERROR_FILE_EXISTS

    private static readonly TimeSpan _beat = TimeSpan.FromSeconds(30);
    private static int _taken;

    private readonly string _path;
    private readonly LockOwner _owner;
    private readonly Timer _heart;

    private ProcessLock(string path, LockOwner owner)
    {
        _path = path;
        _owner = owner;
        _heart = new Timer(_ => Beat(), null, _beat, _beat);
    }

    /// <summary>Takes the lock, waiting while another holds it.</summary>
    /// <param name="path">The lock file; its folder is made where it is missing.</param>
    /// <param name="waiting">Is told once, before waiting, who holds it.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="DataFileException">The folder cannot be written.</exception>
    public static ProcessLock Acquire(string path, Action<LockOwner>? waiting, CancellationToken cancellation)
    {
        bool isTold = false;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (TryAcquire(path, out LockOwner? owner) is { } taken)
            {
                return taken;
            }

            if (!isTold && owner is not null)
            {
                isTold = true;
                waiting?.Invoke(owner);
            }

            cancellation.WaitHandle.WaitOne(PollMilliseconds);
        }
    }

    /// <summary>Takes the lock if it is free.</summary>
    /// <param name="path">The lock file.</param>
    /// <param name="owner">Who holds it, where that is known and the lock was not taken.</param>
    /// <returns>The lock, or null where another holds it.</returns>
    /// <exception cref="DataFileException">The folder cannot be written.</exception>
    public static ProcessLock? TryAcquire(string path, out LockOwner? owner)
    {
        owner = null;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path)) ?? path);
            if (!StaleLocks.IsHeld(path, out owner))
            {
                StaleLocks.Clear(path);
            }

            return File.Exists(path) ? null : Create(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(
                path, $"cannot be locked ({e.Message}); free space or choose another folder.", e);
        }
    }

    /// <summary>Whether a living process holds the lock.</summary>
    public static bool IsHeld(string path) => StaleLocks.IsHeld(path, out _);

    /// <inheritdoc />
    public void Dispose()
    {
        _heart.Dispose();
        if (StaleLocks.Read(_path) == _owner)
        {
            File.Delete(_path);
        }
    }

    private static ProcessLock? Create(string path)
    {
        LockOwner owner = StaleLocks.Self(Interlocked.Increment(ref _taken));
        try
        {
            Fill(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read), path, owner);
        }
        catch (IOException e) when (e.HResult is FileExistsOnUnix or FileExistsOnWindows)
        {
            // Another was quicker, and may be done already.
            return null;
        }
        catch (DirectoryNotFoundException)
        {
            // The holder of the last lock has removed the folder; the caller looks again.
            return null;
        }

        return new ProcessLock(path, owner);
    }

    // On a full disk the file is made and stays empty: nobody would hold it.
    private static void Fill(FileStream created, string path, LockOwner owner)
    {
        try
        {
            using FileStream stream = created;
            JsonSerializer.Serialize(stream, owner);
        }
        catch (IOException)
        {
            File.Delete(path);
            throw;
        }
    }

    // Other hosts cannot ask whether this process lives; they see that the file is touched.
    private void Beat()
    {
        try
        {
            File.SetLastWriteTimeUtc(_path, TimeProvider.System.GetUtcNow().UtcDateTime);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next beat may succeed; ten are missed before anyone takes the lock for stale.
        }
    }
}
