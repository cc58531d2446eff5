namespace Clipper.Bench.Reports.Artefacts;

/// <summary>Where the artefacts of a run are put.</summary>
/// <param name="Report">The folder of the report.</param>
internal sealed record ArtefactPlace(string Report)
{
    private const string Artefacts = "artefacts";

    /// <summary>Name of the run, which captions and titles then have; empty where the report has one alone.</summary>
    public string Run { get; init; } = "";

    /// <summary>A folder and name in the page of their own, for one of several runs that have artefacts; else
    /// empty.</summary>
    public string Own { get; init; } = "";

    /// <summary>The folder of the files.</summary>
    public string Folder => Path.Combine(Report, Artefacts, Own);

    /// <summary>The address of a file, relative to the page.</summary>
    public string AddressOf(string file) => Own.Length > 0 ? $"{Artefacts}/{Own}/{file}" : $"{Artefacts}/{file}";

    /// <summary>The name of a table's place in the page.</summary>
    public string IdOf(string id) => Own.Length > 0 ? $"{Own}.{id}" : id;

    /// <summary>A caption or title.</summary>
    public string Titled(string title) => Run.Length > 0 ? $"{title} [{Run}]" : title;

    /// <summary>The places of several runs, none of which writes over another's files.</summary>
    /// <param name="report">The folder of the report.</param>
    /// <param name="names">Names of the runs that have artefacts, all different.</param>
    public static IReadOnlyList<ArtefactPlace> AllOf(string report, IReadOnlyList<string> names)
    {
        if (names.Count < 2)
        {
            return [.. names.Select(name => new ArtefactPlace(report) { Run = name })];
        }

        var folders = new FreeNames();
        return [.. names.Select(name => new ArtefactPlace(report) { Run = name, Own = folders.Take(name) })];
    }
}
