namespace Clipper.Bench.Datasets.Storage;

/// <summary>The files of an archive that is read in place.</summary>
internal interface IArchiveStore : IImageStore
{
    /// <summary>Paths inside the archive, in any order.</summary>
    IReadOnlyCollection<string> Names { get; }
}
