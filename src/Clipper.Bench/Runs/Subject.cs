using Clipper.Bench.Datasets;
using Clipper.Clip.Models;

namespace Clipper.Bench.Runs;

/// <summary>A data set seen through a model: what is embedded once and shared by all settings and methods.</summary>
internal sealed record Subject(IDataset Dataset, ModelDescription Model)
{
    /// <summary>In which numbers the model's linear layers compute.</summary>
    public Precision Precision { get; init; }

    /// <summary>Data set and variant, for names of files: <c>shapes-single</c>.</summary>
    public string DatasetName => Dataset.QualifiedName;
}
