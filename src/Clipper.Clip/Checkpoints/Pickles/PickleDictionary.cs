namespace Clipper.Clip.Checkpoints.Pickles;

/// <summary>A dictionary of a pickle, or the attributes of a TorchScript module: pairs in order.</summary>
/// <param name="isModule">Whether it is a module.</param>
internal sealed class PickleDictionary(bool isModule)
{
    private List<KeyValuePair<object, object>>? _pairs;

    /// <summary>Whether it is a module.</summary>
    public bool IsModule => isModule;

    /// <summary>Keys and values.</summary>
    public IReadOnlyList<KeyValuePair<object, object>> Pairs => _pairs ?? [];

    /// <summary>Adds a pair.</summary>
    public void Add(object key, object value) => (_pairs ??= []).Add(new(key, value));

    /// <summary>Makes these the attributes of a module.</summary>
    public void Take(PickleDictionary state) => _pairs = [.. state.Pairs];
}
