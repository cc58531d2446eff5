using Clipper.Bench.Methods;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Runs;

/// <summary>What methods need of a subject's model beyond its embeddings.</summary>
internal sealed class SubjectServices(Subject subject, IRunInputs inputs, RunWatch watch) : IMethodServices
{
    /// <inheritdoc />
    public Matrix<float> EmbedTexts(IReadOnlyList<string> texts) => inputs.EmbedTexts(subject, texts, watch);

    /// <inheritdoc />
    public Matrix<float> EmbedCopies(IReadOnlyList<int> samples, Augmentation augmentation) =>
        inputs.EmbedCopies(subject, samples, augmentation, watch);
}
