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
    public static void Write(string folder, int count, DatasetOptions options) =>
        Write([folder], new ResultsFolder(folder), count, options);

    /// <summary>Writes <c>thumbnails/</c> of several runs, counted together, into the folder of their report.</summary>
    /// <param name="folders">The results folders.</param>
    /// <param name="output">The folder of the report.</param>
    /// <param name="count">Images of every data set, at most <see cref="Most"/>.</param>
    /// <param name="options">How data sets are opened.</param>
    /// <returns>What was written.</returns>
    /// <exception cref="UsageException">A folder is given twice, its config.yaml cannot be read, or
    /// <paramref name="output"/> holds a run.</exception>
    /// <exception cref="DataFileException">A folder holds no run, or a file is damaged or cannot be
    /// written.</exception>
    public static IReadOnlyList<Thumbnail> Write(
        IReadOnlyList<string> folders, string output, int count, DatasetOptions options)
    {
        MergedRuns.RequireApart(folders, output);
        var place = new ResultsFolder(output);
        Write(folders, place, count, options);
        return ThumbnailFiles.Read(place);
    }

    private static void Write(
        IReadOnlyList<string> folders, ResultsFolder place, int count, DatasetOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Most);
        RunResults[] runs = [.. folders.Select(RunResults.Read)];
        var datasets = new List<IDataset>();
        try
        {
            foreach (DatasetRequest request in folders.SelectMany(Requests).Distinct())
            {
                if (ThumbnailSource.Refusal(request.Name) is null && DatasetCatalog.IsThere(request))
                {
                    datasets.Add(DatasetCatalog.Open(request, options));
                }
            }

            ThumbnailFiles.Write(
                place,
                runs.Zip(folders).SelectMany(run =>
                    ReportCell.Read(new ResultsFolder(run.Second), run.First.Reported)),
                count,
                new ThumbnailSource(datasets, Manifests(runs)));
        }
        finally
        {
            datasets.ForEach(dataset => dataset.Dispose());
        }
    }

    private static IEnumerable<DatasetRequest> Requests(string folder) =>
        ExperimentFile.Load(new ResultsFolder(folder).Config, []).Each.SelectMany(point => point.Datasets);

    // A data set that was another in two runs is that of neither.
    private static Dictionary<string, string> Manifests(RunResults[] runs) => runs
        .SelectMany(run => run.Manifests)
        .GroupBy(manifest => manifest.Key, manifest => manifest.Value)
        .ToDictionary(same => same.Key, same => same.Distinct().ToArray() is [var only] ? only : "");
}
