using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Clipper.Bench.Runs;
using Clipper.Core.Errors;

namespace Clipper.Bench.Reports;

/// <summary>Reads <c>run.json</c>, which reports need for the notes, the models and the data sets of a run.</summary>
internal sealed class ManifestReader
{
    private readonly ResultsFolder _folder;
    private readonly JsonObject _root;

    /// <summary>Reads the file of a results folder.</summary>
    /// <exception cref="DataFileException">It is missing or damaged.</exception>
    public ManifestReader(ResultsFolder folder)
    {
        _folder = folder;
        _root = Read() as JsonObject ?? throw Problem("is not an object, as 'clipper run' writes it");
        Run = Text(_root, "run");
        if (Run.Length == 0 || _root["models"] is null)
        {
            throw Problem($"lacks '{(Run.Length == 0 ? "run" : "models")}', which 'clipper run' writes");
        }
    }

    /// <summary>Name of the run.</summary>
    public string Run { get; }

    /// <summary>Hash of the experiment; empty where it is not there.</summary>
    public string Experiment => Text(_root, "experiment");

    /// <summary>How many values a file of them has; null where the run did not count them.</summary>
    /// <exception cref="DataFileException">It is no whole number.</exception>
    public int? Lines(string file) => _root[RunManifest.Lines] switch
    {
        null => null,
        JsonObject lines => Number(lines, file),
        var other => throw Problem($"'{RunManifest.Lines}' is {Shown(other)}; expected an object"),
    };

    /// <summary>The text of a member; of a number its digits, empty where it is not there.</summary>
    public static string Text(JsonObject of, string member) => of[member] switch
    {
        null => "",
        JsonValue value when value.TryGetValue(out string? text) => text,
        JsonValue value when value.TryGetValue(out long number) => number.ToString(CultureInfo.InvariantCulture),
        var other => other.ToJsonString(),
    };

    /// <summary>The whole number of a member; null where it is not there.</summary>
    /// <exception cref="DataFileException">It is something else.</exception>
    public int? Number(JsonObject of, string member) => of[member] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out int number) => number,
        var other => throw Problem($"'{member}' is {Shown(other)}; expected a whole number"),
    };

    /// <summary>Whether a member is true.</summary>
    public static bool Is(JsonObject of, string member) =>
        of[member] is JsonValue value && value.TryGetValue(out bool isIt) && isIt;

    /// <summary>The objects of a list; none where it is not there.</summary>
    /// <exception cref="DataFileException">It is something else.</exception>
    public IReadOnlyList<JsonObject> Objects(string list) =>
    [
        .. Items(list).Select(item => item as JsonObject
            ?? throw Problem($"'{list}' has {Shown(item)} in it; expected objects")),
    ];

    /// <summary>The texts of a list; none where it is not there.</summary>
    /// <exception cref="DataFileException">It is something else.</exception>
    public IReadOnlyList<string> Texts(string list) =>
    [
        .. Items(list).Select(item => item is JsonValue value && value.TryGetValue(out string? text)
            ? text
            : throw Problem($"'{list}' has {Shown(item)} in it; expected texts")),
    ];

    private static string Shown(JsonNode? node) => node?.ToJsonString() ?? "null";

    private JsonArray Items(string list) => _root[list] switch
    {
        null => [],
        JsonArray items => items,
        var other => throw Problem($"'{list}' is {Shown(other)}; expected a list"),
    };

    private JsonNode? Read()
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(_folder.Manifest));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Problem(File.Exists(_folder.Manifest) ? $"cannot be read ({e.Message})" : "is not there", e);
        }
        catch (JsonException e)
        {
            throw Problem($"is not the JSON that 'clipper run' writes ({e.Message.TrimEnd('.')})", e);
        }
    }

    private DataFileException Problem(string problem, Exception? cause = null) =>
        new(_folder.Manifest, $"{problem}. {_folder.HowToMend}", cause);
}
