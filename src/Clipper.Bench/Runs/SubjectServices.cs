using Clipper.Bench.Methods;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Runs;

/// <summary>What methods need of a cell's model beyond the embeddings. Copies are copies of support pictures.</summary>
internal sealed class SubjectServices(Cell cell, IRunInputs inputs, RunWatch watch) : IMethodServices
{
    /// <inheritdoc />
    public Matrix<float> EmbedTexts(IReadOnlyList<string> texts) => inputs.EmbedTexts(cell.Subject, texts, watch);

    /// <inheritdoc />
    public Matrix<float> EmbedCopies(IReadOnlyList<int> samples, Augmentation augmentation) =>
        inputs.EmbedCopies(cell.Support, samples, augmentation, watch);
}
