using Clipper.Core.Errors;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Methods;

/// <summary>Embeddings that methods need beyond those of the data set, made by the cell's model. Ask for them in
/// <see cref="MethodSettings.Create"/>, once for all episodes.</summary>
internal interface IMethodServices
{
    /// <summary>Embeds texts: one row a text, unnormalised.</summary>
    /// <exception cref="UsageException">The model has no text tower.</exception>
    Matrix<float> EmbedTexts(IReadOnlyList<string> texts);

    /// <summary>Embeds changed copies of samples: [samples × copies, d], unnormalised, the copies of a sample one
    /// below the other, in the order of <paramref name="samples"/>. Copy i of a sample is the same whatever the others
    /// are.</summary>
    Matrix<float> EmbedCopies(IReadOnlyList<int> samples, Augmentation augmentation);
}
