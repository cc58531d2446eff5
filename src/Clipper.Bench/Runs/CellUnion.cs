using Clipper.Bench.Configuration;
using Clipper.Core.Errors;

namespace Clipper.Bench.Runs;

/// <summary>The cells of all points of a sweep: what points share is there once, and no two have the same names in
/// records.</summary>
/// <param name="path">The experiment file, for messages.</param>
internal sealed class CellUnion(string path)
{
    private readonly OrderedDictionary<string, Cell> _cells = new(StringComparer.Ordinal);

    /// <summary>Adds a cell, unless it is there already.</summary>
    /// <exception cref="UsageException">Another cell has the same data set, model, setting and method.</exception>
    public void Add(Cell cell)
    {
        string name = NameOf(cell);
        if (_cells.TryAdd(name, cell) || _cells[name].Facts.Hash == cell.Facts.Hash)
        {
            return;
        }

        string[] differing =
        [
            .. cell.Facts.Values.Except(_cells[name].Facts.Values).Select(fact => fact.Key)
                .Order(StringComparer.Ordinal),
        ];
        throw new UsageException(
            $"{path}: two points of the sweep give other results for {name}, which tables could not tell apart (they "
            + $"differ in {string.Join(", ", differing)}); give the methods of the points labels of their own, or "
            + "sweep over the options that differ.");
    }

    /// <summary>The cells by data set, model and setting, each in the order in which they first come; then as they were
    /// added.</summary>
    public IEnumerable<Cell> Ordered()
    {
        var datasets = new FirstSeen();
        var models = new FirstSeen();
        var settings = new FirstSeen();
        return _cells.Values
            .Select(cell => (
                Cell: cell,
                Dataset: datasets.PlaceOf(cell.Subject.DatasetName),
                Model: models.PlaceOf(cell.Subject.Model.Name),
                Setting: settings.PlaceOf(SettingText.Of(cell.Setting))))
            .ToArray()
            .OrderBy(each => each.Dataset).ThenBy(each => each.Model).ThenBy(each => each.Setting)
            .Select(each => each.Cell);
    }

    private static string NameOf(Cell cell) =>
        $"{cell.Subject.DatasetName} {cell.Subject.Model.Name} {SettingText.Of(cell.Setting)} {cell.Method.Label}";

    // Numbers names in the order in which they come.
    private sealed class FirstSeen
    {
        private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

        public int PlaceOf(string name)
        {
            _places.TryAdd(name, _places.Count);
            return _places[name];
        }
    }
}
