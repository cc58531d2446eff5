using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Bench.Runs;
using Clipper.Core.Errors;

namespace Clipper.Bench.Reports.Thumbnails;

/// <summary>Makes the thumbnails of a run that was made without them, or with others.</summary>
public static class RunThumbnails
{
    /// <summary>The most images of a data set.</summary>
    public const int Most = ThumbnailFiles.Most;

    /// <summary>Writes <c>thumbnails/</c>; the next report shows them. Data sets that are not here, or whose terms do
    /// not allow copies, have a line that says so.</summary>
    /// <param name="folder">The results folder.</param>
    /// <param name="count">Images of every data set, at most <see cref="Most"/>.</param>
    /// <param name="options">How data sets are opened.</param>
    /// <exception cref="UsageException">The folder's config.yaml cannot be read.</exception>
    /// <exception cref="DataFileException">The folder holds no run, or a file of it is damaged or cannot be
    /// written.</exception>
    public static void Write(string folder, int count, DatasetOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Most);
        RunResults results = RunResults.Read(folder);
        var place = new ResultsFolder(folder);
        Experiment experiment = ExperimentFile.Load(place.Config, []);
        var datasets = new List<IDataset>();
        try
        {
            foreach (DatasetRequest request in experiment.Each.SelectMany(point => point.Datasets).Distinct())
            {
                if (ThumbnailSource.Refusal(request.Name) is null && DatasetCatalog.IsThere(request))
                {
                    datasets.Add(DatasetCatalog.Open(request, options));
                }
            }

            ThumbnailFiles.Write(
                place, ReportCell.Read(place, results.Reported), count,
                new ThumbnailSource(datasets, results.Manifests));
        }
        finally
        {
            datasets.ForEach(dataset => dataset.Dispose());
        }
    }
}
