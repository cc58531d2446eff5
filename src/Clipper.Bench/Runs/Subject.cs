using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;
using Clipper.Clip.Imaging;
using Clipper.Clip.Models;

namespace Clipper.Bench.Runs;

/// <summary>A data set seen through a model: what is embedded once and shared by all settings and methods.</summary>
internal sealed record Subject(IDataset Dataset, ModelDescription Model)
{
    /// <summary>In which numbers the model's linear layers compute.</summary>
    public Precision Precision { get; init; }

    /// <summary>Data set and variant, for names of files: <c>shapes-single</c>.</summary>
    public string DatasetName => Dataset.QualifiedName;

    /// <summary>The same with the detour, where there is one: <c>cifar10-test (cv80)</c>.</summary>
    public string Title => Embedder.NameOf(Dataset, Model);

    /// <summary>The resize before the model's own preprocessing, by name.</summary>
    public string Detour => PreprocessDetours.NameOf(Model.Preprocess.Detour);

    /// <summary>The same pictures as a path of the reference makes them: RGB first, then the detour.</summary>
    public Subject Through(PreprocessDetour detour) => this with
    {
        Model = Model with
        {
            Preprocess = Model.Preprocess with { Order = PreprocessOrder.HuggingFace, Detour = detour },
        },
    };
}
