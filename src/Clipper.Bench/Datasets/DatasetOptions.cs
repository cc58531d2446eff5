namespace Clipper.Bench.Datasets;

/// <summary>What opening a data set needs beside the request. None of it changes a sample.</summary>
/// <param name="CacheRoot">Folder of the cache, where content hashes are kept; empty = CLIPPER_CACHE or the user's
/// cache folder.</param>
/// <param name="Warn">Is told what the user should know: ignored files, counts that differ from the official
/// ones.</param>
public sealed record DatasetOptions(string CacheRoot = "", Action<string>? Warn = null);
