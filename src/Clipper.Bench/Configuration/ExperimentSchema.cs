using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Clipper.Bench.Configuration.Binding;
using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Configuration;

/// <summary>The JSON Schema of experiment files, made from what reads them: every key, type, range and name in it is
/// the reader's own. It allows what an editor cannot judge, such as the order of thresholds.</summary>
public static class ExperimentSchema
{
    private static readonly JsonSerializerOptions _layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema as text (draft 7).</summary>
    public static string Text
    {
        get
        {
            var reader = new ExperimentReader(new ExperimentSource("", []), new PathReader());
            return reader.Schema.ToJsonString(_layout) + "\n";
        }
    }

    /// <summary>The schema of an experiment with these keys.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="needed">Those that must be there, unless an included file or a sweep may have them.</param>
    internal static JsonObject Of(IEnumerable<SectionKey> keys, IReadOnlyList<string> needed)
    {
        JsonObject schema = Schemas.Section(keys);
        schema.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        schema.Insert(1, "title", "Experiment of Clipper.Bench");
        schema.Add("anyOf", new JsonArray(Required(needed), Required([Includes.Key]), Required([Sweep.Key])));
        return schema;
    }

    private static JsonObject Required(IEnumerable<string> keys) => new() { ["required"] = Schemas.Texts(keys) };
}
