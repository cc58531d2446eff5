using System.Text.Json;
using Clipper.Core.Errors;

namespace Clipper.Clip.Checkpoints;

/// <summary>Reads the JSON of a safetensors header in one pass over its bytes; nothing is allocated by a stated
/// length.</summary>
internal ref struct SafetensorsJson
{
    private const string MetadataKey = "__metadata__";

    // The reference's JSON reader gives up at 128 levels.
    private const int MaximumDepth = 127;

    private readonly string _path;
    private readonly List<RawTensor> _tensors = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private Dictionary<string, string>? _metadata;
    private Utf8JsonReader _reader;

    /// <summary>Prepares to read.</summary>
    /// <param name="json">Valid UTF-8.</param>
    /// <param name="path">Names the file in errors.</param>
    public SafetensorsJson(ReadOnlySpan<byte> json, string path)
    {
        _path = path;
        _reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaximumDepth });
    }

    /// <summary>Reads all of it.</summary>
    /// <exception cref="DataFileException">Not JSON, or not of a header's form.</exception>
    public (List<RawTensor> Tensors, Dictionary<string, string> Metadata) Read()
    {
        try
        {
            Advance();
            Expect(JsonTokenType.StartObject, "the header to be a JSON object");
            while (NextKey() is { } key)
            {
                if (!_names.Add(key))
                {
                    throw Broken($"the key '{key}' comes twice");
                }

                ReadMember(key);
            }

            if (_reader.Read())
            {
                throw Broken("something follows the header's object");
            }
        }
        catch (JsonException error)
        {
            throw SafetensorsHeader.Broken(_path, At, "the header is not JSON", error);
        }

        return (_tensors, _metadata ?? []);
    }

    private readonly long At => SafetensorsHeader.PrefixLength + _reader.TokenStartIndex;

    private void ReadMember(string key)
    {
        if (key != MetadataKey)
        {
            _tensors.Add(ReadTensor(key));
        }
        else if (_reader.TokenType != JsonTokenType.Null)
        {
            _metadata = ReadMetadata();
        }
    }

    private Dictionary<string, string> ReadMetadata()
    {
        Expect(JsonTokenType.StartObject, $"{MetadataKey} to be an object");
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        while (NextKey() is { } key)
        {
            Expect(JsonTokenType.String, $"{MetadataKey} '{key}' to be a string");
            if (!metadata.TryAdd(key, Text()))
            {
                throw Broken($"the metadata key '{key}' comes twice");
            }
        }

        return metadata;
    }

    private RawTensor ReadTensor(string name)
    {
        long at = At;
        Expect(JsonTokenType.StartObject, $"tensor '{name}' to be an object");
        TensorType? type = null;
        ulong[]? shape = null;
        ulong[]? offsets = null;
        while (NextKey() is { } key)
        {
            switch (key)
            {
                case "dtype":
                    type = Once(name, key, type, ReadType(name));
                    break;
                case "shape":
                    shape = Once(name, key, shape, ReadNumbers(name, key));
                    break;
                case "data_offsets":
                    offsets = Once(name, key, offsets, ReadNumbers(name, key));
                    break;
                default:
                    SkipValue();
                    break;
            }
        }

        return offsets is null or { Length: 2 }
            ? new RawTensor(
                name,
                type ?? throw Missing(name, "dtype"),
                shape ?? throw Missing(name, "shape"),
                (offsets ?? throw Missing(name, "data_offsets"))[0],
                offsets[1],
                at)
            : throw Broken($"tensor '{name}' has {offsets.Length} data_offsets, expected 2");
    }

    private readonly T Once<T>(string name, string key, object? earlier, T value) =>
        earlier is null ? value : throw Broken($"tensor '{name}' states {key} twice");

    private readonly DataFileException Missing(string name, string key) => Broken($"tensor '{name}' lacks {key}");

    private TensorType ReadType(string name)
    {
        Expect(JsonTokenType.String, $"dtype of tensor '{name}' to be a string");
        string text = Text();
        return TensorTypes.TryParse(text, out var type)
            ? type
            : throw Broken($"tensor '{name}' has unknown dtype '{text}'; known: {TensorTypes.Names}");
    }

    private ulong[] ReadNumbers(string name, string key)
    {
        Expect(JsonTokenType.StartArray, $"{key} of tensor '{name}' to be an array");
        var numbers = new List<ulong>();
        while (Advance() != JsonTokenType.EndArray)
        {
            Expect(JsonTokenType.Number, $"{key} of tensor '{name}' to hold numbers");
            numbers.Add(_reader.TryGetUInt64(out ulong number)
                ? number
                : throw Broken($"{key} of tensor '{name}' holds a number that is not a whole number of 0 to 2^64-1"));
        }

        return [.. numbers];
    }

    // Strings inside are decoded so that a broken escape is found there too.
    private void SkipValue()
    {
        int depth = _reader.CurrentDepth;
        while (true)
        {
            if (_reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                Text();
            }

            bool opens = _reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
            if (_reader.CurrentDepth == depth && !opens)
            {
                return;
            }

            Advance();
        }
    }

    // Moves to the next key's value and gives the key; null at the end of the object.
    private string? NextKey()
    {
        if (Advance() == JsonTokenType.EndObject)
        {
            return null;
        }

        string key = Text();
        Advance();
        return key;
    }

    private JsonTokenType Advance() =>
        _reader.Read() ? _reader.TokenType : throw Broken("the header ends too early");

    private readonly string Text()
    {
        try
        {
            return _reader.GetString() ?? "";
        }
        catch (InvalidOperationException error)
        {
            // An escaped half of a surrogate pair; System.Text.Json has no other sign for it.
            throw SafetensorsHeader.Broken(_path, At, "a string escapes half a surrogate pair", error);
        }
    }

    private readonly void Expect(JsonTokenType type, string what)
    {
        if (_reader.TokenType != type)
        {
            throw Broken($"expected {what}, got {_reader.TokenType}");
        }
    }

    private readonly DataFileException Broken(string problem) => SafetensorsHeader.Broken(_path, At, problem);
}
