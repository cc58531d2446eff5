using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Methods;
using Clipper.Clip.Models;
using Clipper.Core.Errors;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Runs;

/// <summary>Where a run gets its models, data sets and embeddings from.</summary>
internal interface IRunInputs
{
    /// <summary>What a model is.</summary>
    ModelDescription Describe(string model);

    /// <summary>Opens a data set; the run disposes it.</summary>
    IDataset Open(DatasetRequest request, Action<string> warn);

    /// <summary>Everything that decides the embeddings of a data set.</summary>
    EmbeddingKey KeyOf(Subject subject);

    /// <summary>Whether the embeddings of a data set are in the cache; whether they are sound is seen when they are
    /// read.</summary>
    bool HasEmbeddings(Subject subject);

    /// <summary>Embeds a data set; the run disposes the result.</summary>
    IEmbeddings Embed(Subject subject, BadImagePolicy policy, RunWatch watch);

    /// <summary>What decides the embeddings of a data set's class names, beside prompts and weights; keys and
    /// values.</summary>
    /// <exception cref="UsageException">The model has no text tower.</exception>
    /// <exception cref="DataFileException">The model's vocabulary is missing, damaged or another's.</exception>
    IReadOnlyList<KeyValuePair<string, string>> TextFacts(Subject subject);

    /// <summary>Embeds texts with the subject's model: see <see cref="IMethodServices.EmbedTexts"/>.</summary>
    /// <exception cref="UsageException">The model has no text tower.</exception>
    Matrix<float> EmbedTexts(Subject subject, IReadOnlyList<string> texts, RunWatch watch);

    /// <summary>Embeds changed copies of samples: see <see cref="IMethodServices.EmbedCopies"/>.</summary>
    Matrix<float> EmbedCopies(
        Subject subject, IReadOnlyList<int> samples, Augmentation augmentation, RunWatch watch);
}
