using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;
using Clipper.Clip.Models;

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

    /// <summary>Embeds a data set; the run disposes the result.</summary>
    IEmbeddings Embed(Subject subject, BadImagePolicy policy, RunWatch watch);
}
