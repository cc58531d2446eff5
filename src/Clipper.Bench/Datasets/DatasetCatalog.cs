namespace Clipper.Bench.Datasets;

/// <summary>All readers by name. (To be written by its owner; this is the agreed surface.)</summary>
public static class DatasetCatalog
{
    /// <summary>Every known data set.</summary>
    public static IReadOnlyList<DatasetInfo> All => throw new NotImplementedException();

    /// <summary>Opens a data set.</summary>
    /// <exception cref="Clipper.Core.Errors.DataFileException">The data are missing or damaged.</exception>
    /// <exception cref="Clipper.Core.Errors.UsageException">Unknown name or variant; names the nearest.</exception>
    public static IDataset Open(DatasetRequest request) => throw new NotImplementedException();
}
