using Clipper.Clip.Imaging;
using Clipper.Core.Errors;

namespace Clipper.Clip.Models;

/// <summary>What a model file says about itself; made without loading libtorch.</summary>
/// <param name="Name">Short name for tables, e.g. the folder's name.</param>
/// <param name="Path">The weights file, or null for a seeded random model.</param>
/// <param name="WeightsHash">Lower-case hexadecimal SHA-256 of the weights file (of shards: over the list of their
/// hashes; or of the recipe of a random model).</param>
/// <param name="Format">openai, huggingface, open_clip, timm or random.</param>
/// <param name="Vision">Architecture of the vision tower and all its switches.</param>
/// <param name="Preprocess">Pixels that it expects.</param>
public sealed record ModelDescription(
    string Name, string? Path, string WeightsHash, string Format, VisionSettings Vision, PreprocessSpec Preprocess)
{
    /// <summary><see cref="Format"/> of a model that nobody trained.</summary>
    public const string RandomFormat = "random";

    /// <summary>What holds the tensors (<see cref="Checkpoints.TensorFile.Container"/>); empty for a random
    /// model.</summary>
    public string Container { get; init; } = "";

    /// <summary>Architecture of the text tower and all its switches; null where there is none that can be
    /// used.</summary>
    public TextSettings? Text { get; init; }

    /// <summary>Why there is no text tower; empty where there is one.</summary>
    public string TextProblem { get; init; } = "";

    /// <summary>What the model multiplies cosines of images and texts by before a softmax, the inverse of the
    /// temperature: e to the power of the checkpoint's <c>logit_scale</c>. Null where the file does not tell.</summary>
    public double? LogitScale { get; init; }

    /// <summary>The file or folder of the vocabulary that lies beside the weights; null where there is none.</summary>
    public string? VocabularyPath { get; init; }

    /// <summary>The licence of the weights, as <c>model.json</c> or the model's card says it; null where neither
    /// does.</summary>
    public string? Licence { get; init; }

    /// <summary>Seed of a random model; 0 for others.</summary>
    public ulong Seed { get; init; }

    /// <summary>Number of trained values of both towers and the scale of logits.</summary>
    public long ParameterCount => Vision.ParameterCount + (Text?.ParameterCount ?? 0) + (LogitScale is null ? 0 : 1);

    /// <summary>The text tower, which must be there.</summary>
    /// <exception cref="DataFileException">There is none that can be used.</exception>
    public TextSettings RequireText() => Text ?? throw new DataFileException(
        Path ?? Name,
        $"the model has no text tower that can be used, so it cannot embed texts. {TextProblem}".TrimEnd());
}
