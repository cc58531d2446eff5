using Xunit;

namespace Clipper.Testing;

/// <summary>A test with CLIP's own vocabulary; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClipVocabularyFactAttribute : FactAttribute
{
    /// <summary>Needs the vocabulary.</summary>
    public ClipVocabularyFactAttribute() => Skip = ClipVocabularyTheoryAttribute.Reason;
}
