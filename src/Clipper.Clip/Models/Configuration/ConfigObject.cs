using System.Text.Json;
using Clipper.Clip.Imaging;
using Clipper.Core.Errors;

namespace Clipper.Clip.Models.Configuration;

/// <summary>An object in a model's configuration file. A key that is missing or null has no value; one of the wrong
/// type is an error that names file and key.</summary>
internal sealed class ConfigObject
{
    private const long LargestFile = 16 << 20;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly JsonElement _element;
    private readonly string _prefix;

    private ConfigObject(string file, JsonElement element, string prefix)
    {
        File = file;
        _element = element;
        _prefix = prefix;
    }

    /// <summary>The file, for errors.</summary>
    public string File { get; }

    /// <summary>All keys in order.</summary>
    public IEnumerable<string> Keys => _element.EnumerateObject().Select(member => member.Name);

    /// <summary>Reads a file whose root is an object.</summary>
    /// <exception cref="DataFileException">Unreadable, not JSON, a repeated key, or another root.</exception>
    public static ConfigObject Load(string file)
    {
        try
        {
            if (new FileInfo(file).Length > LargestFile)
            {
                throw new DataFileException(file, $"is no configuration: it has more than {LargestFile} bytes.");
            }

            using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(file), Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new ConfigObject(file, document.RootElement.Clone(), "")
                : throw new DataFileException(file, "expected a JSON object at the root.");
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(file, $"cannot be read as JSON: {error.Message}", error);
        }
    }

    /// <summary>Whether the key has a value.</summary>
    public bool Has(string key) => Member(key) is not null;

    /// <summary>The object under a key; null where there is none, or where the value is no object.</summary>
    public ConfigObject? Object(string key) => Member(key) is { ValueKind: JsonValueKind.Object } value
        ? new ConfigObject(File, value, $"{_prefix}{key}.")
        : null;

    /// <summary>A string.</summary>
    public string? Text(string key) => Member(key) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw Wrong(key, "a string");

    /// <summary>A whole number; 1.0 counts as one.</summary>
    public int? Integer(string key) => Number(key) is not { } value ? null
        : value == Math.Truncate(value) && Math.Abs(value) <= int.MaxValue ? (int)value
        : throw Wrong(key, "a whole number");

    /// <summary>A number.</summary>
    public double? Number(string key) => Member(key) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number ? value.GetDouble()
        : throw Wrong(key, "a number");

    /// <summary>True or false.</summary>
    public bool? Flag(string key) => Member(key) is not { } value ? null : value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong(key, "true or false"),
    };

    /// <summary>A list of numbers.</summary>
    public double[]? Numbers(string key)
    {
        if (Member(key) is not { } value)
        {
            return null;
        }

        bool isList = value.ValueKind == JsonValueKind.Array
            && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number);
        return isList
            ? [.. value.EnumerateArray().Select(item => item.GetDouble())]
            : throw Wrong(key, "a list of numbers");
    }

    /// <summary>A number for each of R, G and B.</summary>
    public ChannelTriple? Channels(string key) => Numbers(key) switch
    {
        null => null,
        [var r, var g, var b] => new ChannelTriple((float)r, (float)g, (float)b),
        _ => throw Wrong(key, "three numbers, for R, G and B"),
    };

    /// <summary>The value of one of some names.</summary>
    public T? Choice<T>(string key, params (string Name, T Value)[] choices)
        where T : struct
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        int index = Array.FindIndex(choices, choice => choice.Name == text);
        return index >= 0
            ? choices[index].Value
            : throw Wrong(key, $"one of {string.Join(", ", choices.Select(choice => choice.Name))}");
    }

    /// <summary>Refuses a value that contradicts what the tensors show.</summary>
    /// <exception cref="DataFileException">The key has another value.</exception>
    public void MustBe(string key, int shown)
    {
        if (Integer(key) is { } stated && stated != shown)
        {
            throw Wrong(key, $"{shown}, as the tensors show; this file belongs to another model");
        }
    }

    /// <summary>The error of a value that cannot be used.</summary>
    public DataFileException Wrong(string key, string expected) =>
        new(File, $"'{_prefix}{key}' is {Member(key)?.GetRawText() ?? "missing"}; expected {expected}.");

    private JsonElement? Member(string key) =>
        _element.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
