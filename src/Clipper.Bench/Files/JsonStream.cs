using System.Globalization;
using System.Text.Json;
using Clipper.Core.Errors;

namespace Clipper.Bench.Files;

/// <summary>Reads a JSON file token by token, so that files of any size need a small buffer. What is skipped is checked
/// to be JSON and nothing else.</summary>
internal sealed class JsonStream : IDisposable
{
    private const int FirstBuffer = 1 << 16;
    private const int LongestToken = 1 << 26;

    private readonly string _path;
    private readonly FileStream _file;
    private byte[] _buffer = new byte[FirstBuffer];
    private int _start;
    private int _end;
    private bool _isLast;
    private JsonReaderState _state;
    private long _line;

    /// <summary>Opens a file, UTF-8 with or without a byte order mark.</summary>
    /// <exception cref="DataFileException">It cannot be opened.</exception>
    public JsonStream(string path)
    {
        _path = path;
        try
        {
            _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, $"cannot be read ({e.Message}).", e);
        }

        Fill();
        if (_buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8))
        {
            _start = 3;
        }
    }

    /// <summary>The token that was read last.</summary>
    public JsonTokenType Type { get; private set; }

    /// <summary>Its text: of a name or string.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Its value: of a number.</summary>
    public double Number { get; private set; }

    /// <summary>Reads the next token.</summary>
    /// <exception cref="DataFileException">The file ends, or is not JSON.</exception>
    public void Read()
    {
        while (!TryRead())
        {
            if (_isLast)
            {
                throw Wrong("ends in the middle of its JSON");
            }

            Fill();
        }
    }

    /// <summary>Goes to the value of the next property of the object that is open; false at its end.</summary>
    public bool ReadProperty(out string name)
    {
        Read();
        name = Text;
        if (Type != JsonTokenType.PropertyName)
        {
            return false;
        }

        Read();
        return true;
    }

    /// <summary>Goes to the next item of the list that is open; false at its end.</summary>
    public bool ReadItem()
    {
        Read();
        return Type != JsonTokenType.EndArray;
    }

    /// <summary>Goes to the end of the value that begins with the token that was read last.</summary>
    public void Skip()
    {
        int depth = Type is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0;
        while (depth > 0 && !TrySkip(ref depth))
        {
            if (_isLast)
            {
                throw Wrong("ends in the middle of its JSON");
            }

            Fill();
        }
    }

    /// <summary>Demands a kind of token.</summary>
    /// <exception cref="DataFileException">It is another one.</exception>
    public void Require(JsonTokenType type, string what)
    {
        if (Type != type)
        {
            throw Wrong($"has {Type} where {what} is expected");
        }
    }

    /// <summary>The number that was read last, which has to be whole.</summary>
    /// <exception cref="DataFileException">It is not.</exception>
    public long Integer(string what)
    {
        Require(JsonTokenType.Number, what);
        return Math.Abs(Number) <= 1L << 53 && Number == Math.Floor(Number) ? (long)Number
            : throw Wrong(string.Create(CultureInfo.InvariantCulture, $"has {Number} where {what} is expected"));
    }

    /// <summary>An error at the place that was read last.</summary>
    public DataFileException Wrong(string problem, Exception? inner = null) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{_path}:{_line + 1}"), $"{problem}.", inner);

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    private bool TryRead()
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isLast, _state);
        try
        {
            bool hasRead = reader.Read();
            if (hasRead)
            {
                Take(ref reader);
            }

            Keep(ref reader);
            return hasRead;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw NotJson(e);
        }
    }

    private bool TrySkip(ref int depth)
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isLast, _state);
        try
        {
            while (depth > 0 && reader.Read())
            {
                depth += reader.TokenType switch
                {
                    JsonTokenType.StartObject or JsonTokenType.StartArray => 1,
                    JsonTokenType.EndObject or JsonTokenType.EndArray => -1,
                    _ => 0,
                };
            }
        }
        catch (JsonException e)
        {
            throw NotJson(e);
        }

        Keep(ref reader);
        return depth == 0;
    }

    private void Take(ref Utf8JsonReader reader)
    {
        Type = reader.TokenType;
        if (Type is JsonTokenType.PropertyName or JsonTokenType.String)
        {
            Text = reader.GetString() ?? "";
        }
        else if (Type == JsonTokenType.Number)
        {
            Number = reader.GetDouble();
        }
    }

    private void Keep(ref Utf8JsonReader reader)
    {
        _line += _buffer.AsSpan(_start, (int)reader.BytesConsumed).Count((byte)'\n');
        _state = reader.CurrentState;
        _start += (int)reader.BytesConsumed;
    }

    private DataFileException NotJson(Exception cause)
    {
        if (cause is JsonException { LineNumber: { } line })
        {
            _line = line;
        }

        return Wrong($"is not JSON ({cause.Message.TrimEnd('.')})", cause);
    }

    // What is not yet used moves to the front; a token that fills the whole buffer doubles it.
    private void Fill()
    {
        int rest = _end - _start;
        if (rest == _buffer.Length)
        {
            if (_buffer.Length >= LongestToken)
            {
                throw Wrong($"has a text of more than {LongestToken} bytes");
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        Buffer.BlockCopy(_buffer, _start, _buffer, 0, rest);
        (_start, _end) = (0, rest);
        try
        {
            int got = _file.ReadAtLeast(_buffer.AsSpan(_end), _buffer.Length - _end, throwOnEndOfStream: false);
            _isLast = got < _buffer.Length - _end;
            _end += got;
        }
        catch (IOException e)
        {
            throw new DataFileException(_path, $"cannot be read ({e.Message}).", e);
        }
    }
}
