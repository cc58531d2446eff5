using Xunit;

namespace Clipper.Testing;

/// <summary>Cases with CLIP's own vocabulary; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClipVocabularyTheoryAttribute : TheoryAttribute
{
    /// <summary>Needs the vocabulary.</summary>
    public ClipVocabularyTheoryAttribute() => Skip = Reason;

    /// <summary>Why such tests are skipped; null where they are not.</summary>
    public static string? Reason { get; } =
        ClipVocabulary.Path is null
            ? "needs bpe_simple_vocab_16e6.txt.gz in the golden folder or ../shared/goldens"
            : null;
}
