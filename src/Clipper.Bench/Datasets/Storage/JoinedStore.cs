using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Storage;

/// <summary>Several stores under names of their own: a data set that comes in several archives.</summary>
/// <param name="root">The folder that they lie in.</param>
internal sealed class JoinedStore(string root) : IImageStore
{
    private readonly Dictionary<string, (IImageStore Store, string Id)> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<IImageStore> _owned = [];

    /// <inheritdoc />
    public string? Location => Path.GetFullPath(root);

    /// <summary>All ids.</summary>
    public IReadOnlyCollection<string> Ids => _entries.Keys;

    /// <summary>Takes over a store, which is disposed with this one.</summary>
    public void Own(IImageStore store) => _owned.Add(store);

    /// <summary>Names an image of a store; not while images are read.</summary>
    /// <exception cref="DataFileException">The name is taken.</exception>
    public void Add(string id, IImageStore store, string inner)
    {
        if (!_entries.TryAdd(id, (store, inner)))
        {
            throw new DataFileException($"{store.Location}/{inner}", $"is a second '{id}' of the data set.");
        }
    }

    /// <inheritdoc />
    public string Stamp(string id)
    {
        (IImageStore store, string inner) = Entry(id);
        return store.Stamp(inner);
    }

    /// <inheritdoc />
    public byte[] Read(string id)
    {
        (IImageStore store, string inner) = Entry(id);
        return store.Read(inner);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (IImageStore store in _owned)
        {
            store.Dispose();
        }
    }

    private (IImageStore Store, string Id) Entry(string id) => _entries.TryGetValue(id, out (IImageStore, string) entry)
        ? entry : throw new DataFileException($"{root}/{id}", "is no image of the data set.");
}
