namespace Clipper.Core.Episodes;

/// <summary>The image lists of all classes, and which different images are in them.</summary>
internal sealed class ClassPools
{
    private readonly Lazy<HashSet<int>>[] _images;

    /// <summary>Over the lists of all classes and their names.</summary>
    public ClassPools(IReadOnlyList<int[]> lists, IReadOnlyList<string> names)
    {
        Lists = lists;
        Names = names;
        _images = [.. lists.Select(list => new Lazy<HashSet<int>>(() => [.. list]))];
    }

    /// <summary>Images of each class in loader order; one may be listed more than once.</summary>
    public IReadOnlyList<int[]> Lists { get; }

    /// <summary>Names of the classes.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The different images of a class.</summary>
    public IReadOnlySet<int> Images(int label) => _images[label].Value;

    /// <summary>Names with counts, for messages: <c>'Male' 12, 'Female' 9</c>; classes in the given order, those
    /// without any left out.</summary>
    public string Counts(IEnumerable<int> labels, Func<int, int> count) => string.Join(
        ", ", labels.Where(label => count(label) > 0).Select(label => $"'{Names[label]}' {count(label)}"));
}
