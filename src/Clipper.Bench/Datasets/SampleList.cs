namespace Clipper.Bench.Datasets;

/// <summary>Collects samples and numbers their classes in order of first appearance.</summary>
internal sealed class SampleList
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _classes = [];
    private readonly List<Sample> _samples = [];

    /// <summary>Class names in order of first appearance.</summary>
    public IReadOnlyList<string> Classes => _classes;

    /// <summary>Samples in the order in which they were added.</summary>
    public IReadOnlyList<Sample> Samples => _samples;

    /// <summary>Adds a sample of one class.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="label">Its class.</param>
    /// <param name="source">What it was taken from, where samples share that.</param>
    public void Add(string id, string label, string? source = null)
    {
        if (!_numbers.TryGetValue(label, out int number))
        {
            number = _classes.Count;
            _numbers.Add(label, number);
            _classes.Add(label);
        }

        _samples.Add(new(id, [number]) { Source = source });
    }
}
