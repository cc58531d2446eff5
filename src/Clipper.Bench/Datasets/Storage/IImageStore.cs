namespace Clipper.Bench.Datasets.Storage;

/// <summary>Encoded images by id: a folder, an archive or a generator. Thread-safe.</summary>
internal interface IImageStore : IDisposable
{
    /// <summary>Full path of the folder or archive, under which content hashes are kept; null where nothing need be
    /// kept.</summary>
    string? Location { get; }

    /// <summary>Text that changes whenever the content may have changed (size and time); cheap.</summary>
    string Stamp(string id);

    /// <summary>The encoded bytes.</summary>
    /// <exception cref="Clipper.Core.Errors.DataFileException">Missing, unreadable or damaged.</exception>
    byte[] Read(string id);
}
