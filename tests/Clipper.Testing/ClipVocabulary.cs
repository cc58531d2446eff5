namespace Clipper.Testing;

/// <summary>CLIP's own vocabulary, which is third-party and not in the repository: in the golden folder, else
/// beside the checkout.</summary>
public static class ClipVocabulary
{
    private const string Name = "bpe_simple_vocab_16e6.txt.gz";

    /// <summary>Its path, or null where there is none.</summary>
    public static string? Path { get; } = new[]
        {
            GoldenFolder.Combine(Name), GoldenFolder.Combine("tokenizer", Name), SharedData.Combine("goldens", Name),
        }
        .FirstOrDefault(File.Exists);
}
