using Clipper.Clip.Models;

namespace Clipper.Bench.Embeddings;

/// <summary>How embeddings are computed and kept. Only <paramref name="Change"/> and
/// <paramref name="Precision"/> change the numbers.</summary>
/// <param name="CacheRoot">Folder of the cache; empty = CLIPPER_CACHE or the user's cache folder.</param>
/// <param name="Device">auto, cpu, cuda, cuda:i.</param>
/// <param name="Batch">Images a forward pass; at least 64 on a GPU.</param>
/// <param name="Workers">Decode and encode workers; 0 = one a core.</param>
/// <param name="OnBadImage">What an unreadable image does.</param>
/// <param name="Change">How every picture is changed before it is embedded; null = it is not.</param>
/// <param name="Precision">In which numbers the linear layers compute.</param>
public sealed record EmbeddingOptions(
    string CacheRoot = "", string Device = "auto", int Batch = 8, int Workers = 0,
    BadImagePolicy OnBadImage = BadImagePolicy.Fail, PictureChange? Change = null,
    Precision Precision = Precision.Single);
