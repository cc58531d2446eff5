using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Clipper.Bench.Files;
using Clipper.Clip.Checkpoints;
using Clipper.Clip.Files;

namespace Clipper.Bench.Embeddings;

/// <summary>Writes cache entries: the numbers, then the manifest that makes them count.</summary>
internal static class EntryWriter
{
    private static readonly JsonSerializerOptions _plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes an entry; the caller holds its lock.</summary>
    /// <exception cref="Clipper.Core.Errors.DataFileException">The cache cannot be written.</exception>
    public static void Write(
        EntryFiles files, EmbeddingKey key, string model, IReadOnlyList<string> ids, ComputedEmbeddings embeddings)
    {
        RowFile rows = embeddings.Rows;
        IEnumerable<string> idsJson = JsonStrings.Pieces(ids);
        var skipped = new SortedDictionary<string, string>(
            embeddings.Skipped.ToDictionary(s => s.Key.ToString(CultureInfo.InvariantCulture), s => s.Value),
            StringComparer.Ordinal);
        SafetensorsWriter payload = new SafetensorsWriter()
            .WithMetadata(EmbeddingTable.IdsKey, idsJson)
            .WithMetadata(EmbeddingTable.SkippedKey, JsonSerializer.Serialize(skipped, _plain))
            .Add(EmbeddingTable.TensorName, TensorType.F32, rows.CopyTo, rows.Rows, rows.Dimension);
        string hash = Save(payload, files.Payload);
        SealedJson.Write(files.Manifest, new EntryManifest(
            EmbeddingKey.Schema, key.Hash, key.Parts, model, ids.Count, rows.Dimension, embeddings.Skipped.Count,
            new FileInfo(files.Payload).Length, hash, EntryReader.HashIds(idsJson), CreatedBy()));
    }

    // The hash is of the bytes on their way to the disk, not of what a bad disk gives back.
    private static string Save(SafetensorsWriter payload, string path)
    {
        using var sha = SHA256.Create();
        AtomicFile.Write(path, stream =>
        {
            using var hashing = new CryptoStream(stream, sha, CryptoStreamMode.Write, leaveOpen: true);
            payload.WriteTo(hashing);
        });
        return Convert.ToHexStringLower(sha.Hash ?? []);
    }

    private static string CreatedBy()
    {
        Assembly assembly = Assembly.GetExecutingAssembly();
        return $"{assembly.GetName().Name} "
            + assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
    }
}
