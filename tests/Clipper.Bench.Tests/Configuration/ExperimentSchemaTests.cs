using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Clipper.Bench.Configuration;
using Clipper.Bench.Configuration.Nodes;
using Clipper.Testing;
using NJsonSchema;

namespace Clipper.Bench.Tests.Configuration;

/// <summary>The committed schema is the readers' own; CLIPPER_UPDATE_SNAPSHOTS=1 writes it anew.</summary>
public sealed partial class ExperimentSchemaTests
{
    private const string Modeline = "# yaml-language-server: $schema=";

    private static readonly string _path = RepositoryRoot.Combine("configs", "experiment.schema.json");

    private static readonly string _corpus =
        RepositoryRoot.Combine("tests", "Clipper.Bench.Tests", "Configuration", "Corpus");

    public static TheoryData<string> Configs => CommittedConfigsTests.Files;

    [Fact]
    public void Committed_schema_is_current()
    {
        string text = ExperimentSchema.Text;
        if (Environment.GetEnvironmentVariable("CLIPPER_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(_path, text);
        }

        Assert.True(File.Exists(_path), $"No schema {_path}; CLIPPER_UPDATE_SNAPSHOTS=1 writes it.");
        Assert.Equal(text, File.ReadAllText(_path));
    }

    [Fact]
    public void Every_key_says_what_it_decides()
    {
        var root = JsonNode.Parse(ExperimentSchema.Text);

        Assert.All(
            PropertiesIn(root), property => Assert.True(property.Value?["description"] is not null, property.Key));
    }

    [Theory]
    [MemberData(nameof(Configs))]
    public async Task Schema_accepts_every_committed_experiment(string file)
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(ExperimentSchema.Text);

        Assert.Empty(schema.Validate(AsJson(RepositoryRoot.Combine(file))));
    }

    [Theory]
    [MemberData(nameof(Configs))]
    public void Every_committed_experiment_names_the_schema_for_editors(string file)
    {
        string path = RepositoryRoot.Combine(file);
        string line = File.ReadLines(path).First();

        Assert.StartsWith(Modeline, line, StringComparison.Ordinal);
        string folder = Path.GetDirectoryName(path) ?? "";
        Assert.Equal(_path, Path.GetFullPath(line[Modeline.Length..], folder));
    }

    [Fact]
    public async Task Schema_refuses_most_of_the_bad_experiments_that_are_yaml()
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(ExperimentSchema.Text);
        (string File, string Json)[] readable =
        [
            .. from file in Directory.EnumerateFiles(_corpus, "*.yaml").Order(StringComparer.Ordinal)
               let json = TryAsJson(file)
               where json is not null
               select (file, json),
        ];

        string[] refused = [.. readable.Where(each => schema.Validate(each.Json).Count > 0).Select(each => each.File)];

        Assert.InRange(refused.Length, readable.Length * 6 / 10, readable.Length);
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> PropertiesIn(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(entry => entry is { Key: "properties", Value: JsonObject properties }
            && !IsOfKinds(properties)
            ? properties.Concat(properties.SelectMany(property => PropertiesIn(property.Value)))
            : PropertiesIn(entry.Value)),
        JsonArray list => list.SelectMany(PropertiesIn),
        _ => [],
    };

    // The kinds of methods are names, not keys.
    private static bool IsOfKinds(JsonObject properties) => properties.ContainsKey("mwi");

    private static string AsJson(string path) =>
        TryAsJson(path) ?? throw new InvalidDataException($"{path} is not YAML.");

    private static string? TryAsJson(string path)
    {
        var problems = new Problems();
        try
        {
            ConfigNode? root = YamlFile.Read(path, problems);
            return root is null || problems.Any ? null : (ToJson(root)?.ToJsonString() ?? "null");
        }
        catch (Clipper.Core.Errors.UsageException)
        {
            return null;
        }
    }

    private static JsonNode? ToJson(ConfigNode node) => node switch
    {
        ScalarNode { IsNull: true } => null,
        ScalarNode { IsPlain: true } scalar => Plain(scalar.Text),
        ScalarNode scalar => JsonValue.Create(scalar.Text),
        ListNode list => new JsonArray([.. list.Items.Select(ToJson)]),
        MapNode map => new JsonObject(map.Entries.Select(
            entry => KeyValuePair.Create(entry.Key.Text, ToJson(entry.Value)))),
        _ => throw new InvalidDataException($"{node.Mark}: no value."),
    };

    private static JsonValue Plain(string text) => text switch
    {
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when Integer().IsMatch(text) && long.TryParse(text, CultureInfo.InvariantCulture, out long number) =>
            JsonValue.Create(number),
        _ when Number().IsMatch(text) => JsonValue.Create(decimal.Parse(text, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(text),
    };

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)\z")]
    private static partial Regex Integer();

    [GeneratedRegex(@"^-?(0|[1-9][0-9]{0,20})\.[0-9]{1,20}\z")]
    private static partial Regex Number();
}
