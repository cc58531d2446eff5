using System.Globalization;
using System.Text;
using Clipper.Bench.Configuration;
using Clipper.Clip.Files;
using Clipper.Core.Errors;

namespace Clipper.Bench.Runs;

/// <summary>The folder of a run's results (DESIGN section 8): names of its files, and the guard against mixing two
/// configurations in it.</summary>
internal sealed class ResultsFolder(string path)
{
    private const string LocksName = ".locks";

    private const string HowToGoOn =
        "Go on with --fresh, which moves the old folder aside, or with --out and another folder.";

    /// <summary>Its path, as the user named it.</summary>
    public string Path => path;

    /// <summary>The resolved experiment.</summary>
    public string Config => System.IO.Path.Combine(path, "config.yaml");

    /// <summary>Machine, versions and times: all that may differ between two runs.</summary>
    public string Manifest => System.IO.Path.Combine(path, "run.json");

    /// <summary>All values.</summary>
    public string Records => System.IO.Path.Combine(path, "records.csv");

    /// <summary>The values that tables report.</summary>
    public string Reported => System.IO.Path.Combine(path, "reported.csv");

    /// <summary>The values of every number of training epochs.</summary>
    public string Conditions => System.IO.Path.Combine(path, "conditions.csv");

    /// <summary>A table, by name and ending.</summary>
    public string Table(string name) => System.IO.Path.Combine(path, "tables", name);

    /// <summary>The folder of the plots.</summary>
    public string Plots => System.IO.Path.Combine(path, "plots");

    /// <summary>The folder of the images that are wrong most often.</summary>
    public string Thumbnails => System.IO.Path.Combine(path, "thumbnails");

    /// <summary>A file of that folder.</summary>
    public string Thumbnail(string name) => System.IO.Path.Combine(Thumbnails, name);

    /// <summary>The page for people.</summary>
    public string Report => System.IO.Path.Combine(path, "report.html");

    /// <summary>The folder of the locks; it is there only while a run works.</summary>
    public string Locks => System.IO.Path.Combine(path, LocksName);

    /// <summary>Whether it is a report of several runs, which lacks what makes a run.</summary>
    public bool IsMerged =>
        File.Exists(Records) && File.Exists(Report) && !File.Exists(Config) && !File.Exists(Manifest);

    /// <summary>What to do where a file of it is missing or damaged.</summary>
    public string HowToMend => HasConfig
        ? $"'{RunAgain()}' makes it again and keeps the cells that are whole."
        : "Run the experiment again into this folder; the cells that are whole are kept.";

    /// <summary>What to do where its values are of another version.</summary>
    public string HowToRunAfresh => HasConfig
        ? $"'{RunAgain("--fresh")}' computes all of it again and moves the old folder aside."
        : "Run the experiment again into another folder.";

    /// <summary>Whether an error is about a file of this folder: no cell can be stored in it any more.</summary>
    public bool IsAbout(DataFileException error) =>
        error.Path.StartsWith(System.IO.Path.Combine(path, "x")[..^1], StringComparison.Ordinal);

    /// <summary>The failures of all cells, by name.</summary>
    public IReadOnlyList<string> Failures()
    {
        string cells = System.IO.Path.Combine(path, "cells");
        return Directory.Exists(cells)
            ? [.. Directory.EnumerateFiles(cells, "*.failed.json").Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>The result of a cell.</summary>
    public string Result(Cell cell) => Result(cell.Id);

    /// <summary>The result of a cell, by its id.</summary>
    public string Result(string cell) => System.IO.Path.Combine(path, "cells", $"{cell}.json");

    /// <summary>The failure of a cell.</summary>
    public string Failure(Cell cell) => System.IO.Path.Combine(path, "cells", $"{cell.Id}.failed.json");

    /// <summary>The episodes of a data set and setting.</summary>
    public string Draws(DrawSource source) => System.IO.Path.Combine(path, "draws", $"{source.Name}.csv");

    /// <summary>The validation episodes of a data set and setting.</summary>
    public string ValidationDraws(DrawSource source) =>
        System.IO.Path.Combine(path, "draws", $"{source.Name}.validation.csv");

    /// <summary>Refuses a folder that holds the results of another configuration.</summary>
    /// <exception cref="UsageException">Lists the keys that differ and how to go on.</exception>
    public void RequireSame(Experiment experiment)
    {
        if (File.Exists(Config))
        {
            RequireSame(ExperimentIdentity.Of(Before()), ExperimentIdentity.Of(experiment), "of another configuration");
        }
    }

    /// <summary>Refuses a cell's file that was computed from other facts, such as other data or weights.</summary>
    /// <exception cref="UsageException">Lists the facts that differ and how to go on.</exception>
    public void RequireSame(CellFacts before, Cell cell) =>
        RequireSame(before.Values, cell.Facts.Values, $"of cell {cell.Id} from other inputs");

    /// <summary>Moves an old folder to the first free name of PATH.1, PATH.2, …, but for its locks. The caller holds
    /// the lock of the whole folder, which goes with the move.</summary>
    /// <returns>Where it is now, or null where there was none.</returns>
    /// <exception cref="DataFileException">It cannot be moved.</exception>
    public string? MoveAside()
    {
        if (!Directory.Exists(path) || Directory.EnumerateFileSystemEntries(path).All(entry => entry == Locks))
        {
            return null;
        }

        string old = System.IO.Path.TrimEndingDirectorySeparator(path);
        string target = Enumerable.Range(1, int.MaxValue)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"{old}.{number}"))
            .First(free => !System.IO.Path.Exists(free));
        try
        {
            Directory.Move(old, target);
            Directory.Delete(System.IO.Path.Combine(target, LocksName), recursive: true);
            return target;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, $"cannot be moved aside to {target} ({e.Message}).", e);
        }
    }

    /// <summary>Writes config.yaml, makes the folder of the cells, and removes what killed runs left half
    /// written.</summary>
    public void Start(Experiment experiment)
    {
        AtomicFile.WriteText(Config, ExperimentText.Write(experiment, path));
        AtomicFile.MakeFolder(System.IO.Path.Combine(path, "cells"));
        foreach (string folder in new[] { "", "cells", "draws", "tables", "plots" })
        {
            AtomicFile.RemoveLeftovers(System.IO.Path.Combine(path, folder));
        }
    }

    private bool HasConfig => new FileInfo(Config) is { Exists: true, Length: > 0 };

    private string RunAgain(params string[] more) => ShellLine.Of(["clipper", "run", Config, "--out", path, .. more]);

    private Experiment Before()
    {
        try
        {
            return ExperimentFile.Load(Config, []);
        }
        catch (UsageException e)
        {
            throw new UsageException($"{path}: its config.yaml cannot be compared:\n{e.Message}\n{HowToGoOn}", e);
        }
    }

    private void RequireSame(
        IReadOnlyList<KeyValuePair<string, string>> before,
        IReadOnlyList<KeyValuePair<string, string>> now,
        string what)
    {
        var old = before.ToDictionary(StringComparer.Ordinal);
        var current = now.ToDictionary(StringComparer.Ordinal);
        string[] differing =
        [
            .. now.Select(pair => pair.Key).Union(before.Select(pair => pair.Key), StringComparer.Ordinal)
                .Where(key => old.GetValueOrDefault(key) != current.GetValueOrDefault(key)),
        ];
        if (differing.Length == 0)
        {
            return;
        }

        var message = new StringBuilder($"{path}: holds results {what}; these keys differ:\n");
        foreach (string key in differing)
        {
            message.Append(
                CultureInfo.InvariantCulture,
                $"  {key}: {old.GetValueOrDefault(key, "(none)")} → {current.GetValueOrDefault(key, "(none)")}\n");
        }

        throw new UsageException(message.Append(HowToGoOn).ToString());
    }
}
