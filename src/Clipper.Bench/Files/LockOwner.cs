namespace Clipper.Bench.Files;

/// <summary>Who holds a <see cref="ProcessLock"/>.</summary>
/// <param name="Process">Process id.</param>
/// <param name="Started">When that process started: ids are used again, the pair is not.</param>
/// <param name="Host">Machine that it runs on.</param>
/// <param name="Nonce">Keeps the locks of one process apart.</param>
public sealed record LockOwner(int Process, DateTimeOffset Started, string Host, int Nonce);
