namespace Clipper.Bench.Embeddings;

/// <summary>How texts are embedded. None of it changes a number but <paramref name="Vocabulary"/> and
/// <paramref name="IsTruncated"/>.</summary>
/// <param name="Device">auto, cpu, cuda or cuda:i.</param>
/// <param name="Workers">Threads; 0 = all cores.</param>
/// <param name="Vocabulary">File or folder of the vocabulary; null = the one beside the model's weights.</param>
/// <param name="IsTruncated">A text that is too long for the model is cut; else it is an error.</param>
public sealed record TextOptions(
    string Device = "auto", int Workers = 0, string? Vocabulary = null, bool IsTruncated = false);
