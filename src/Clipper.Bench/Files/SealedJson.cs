using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Clipper.Clip.Files;
using Clipper.Core.Errors;

namespace Clipper.Bench.Files;

/// <summary>JSON files whose last member, <c>seal</c>, is the SHA-256 of every byte before it, so that no changed byte
/// passes.</summary>
public static class SealedJson
{
    private static readonly JsonSerializerOptions _options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Writes <paramref name="value"/>, which serialises to an object with members, whole or not at
    /// all.</summary>
    /// <exception cref="DataFileException">The file cannot be written.</exception>
    public static void Write<T>(string path, T value)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(value, _options);
        ReadOnlySpan<byte> body = json.AsSpan(0, json.AsSpan().LastIndexOf((byte)'}')).TrimEnd((byte)'\n');
        byte[] text = [.. body, .. Ending(body)];
        AtomicFile.Write(path, stream => stream.Write(text));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="DataFileException">Missing, unreadable, any byte differs from what was written, or it is
    /// whole and of another kind: a member is missing.</exception>
    public static T Read<T>(string path)
    {
        byte[] text = ReadBytes(path);
        int bodyLength = text.Length - Ending([]).Length;
        if (bodyLength <= 0 || !text.AsSpan(bodyLength).SequenceEqual(Ending(text.AsSpan(0, bodyLength))))
        {
            throw new DataFileException(path, "does not match its seal: it is truncated or was changed.");
        }

        try
        {
            return JsonSerializer.Deserialize<T>(text, _options)
                ?? throw new DataFileException(path, "holds null in place of an object.");
        }
        catch (JsonException e)
        {
            throw new DataFileException(
                path, $"has its seal, and not the members that this version writes ({Brief(e)}).", e);
        }
    }

    // Without the name of the type, which says nothing to who reads it.
    private static string Brief(JsonException error)
    {
        int start = error.Message.IndexOf("missing required", StringComparison.Ordinal);
        return error.Message[Math.Max(start, 0)..].TrimEnd('.');
    }

    private static byte[] ReadBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, $"cannot be read ({e.Message}).", e);
        }
    }

    private static byte[] Ending(ReadOnlySpan<byte> body) =>
        Encoding.UTF8.GetBytes($",\n  \"seal\": \"{Convert.ToHexStringLower(SHA256.HashData(body))}\"\n}}\n");
}
