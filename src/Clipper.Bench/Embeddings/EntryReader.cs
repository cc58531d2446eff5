using System.Security.Cryptography;
using System.Text.Unicode;
using Clipper.Bench.Files;
using Clipper.Clip.Checkpoints;
using Clipper.Core.Errors;

namespace Clipper.Bench.Embeddings;

/// <summary>Opens cache entries and believes no byte of them unchecked.</summary>
internal static class EntryReader
{
    private const int HashedBytes = 1 << 14;

    /// <summary>Opens an entry after checking its seal, its key and the SHA-256 of its numbers.</summary>
    /// <exception cref="DataFileException">A file is missing or damaged, or belongs to another key.</exception>
    public static EmbeddingTable Open(EntryFiles files, string key, bool fromCache)
    {
        EntryManifest manifest = ReadManifest(files, key);
        SafetensorsFile file = SafetensorsFile.Open(files.Payload);
        try
        {
            return Check(file, manifest, fromCache);
        }
        catch (DataFileException)
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads an entry's manifest and checks its seal and key.</summary>
    /// <exception cref="DataFileException">Missing or damaged.</exception>
    public static EntryManifest ReadManifest(EntryFiles files, string key)
    {
        if (!File.Exists(files.Manifest))
        {
            throw new DataFileException(
                files.Payload, "has no manifest beside it: it was not finished when its process was ended.");
        }

        EntryManifest manifest = SealedJson.Read<EntryManifest>(files.Manifest);
        return manifest.Key == key && new EmbeddingKey(manifest.Parts).Hash == key ? manifest
            : throw new DataFileException(files.Manifest, "describes the entry of another key.");
    }

    /// <summary>SHA-256 of the ids' JSON, given in pieces, as the manifest keeps it.</summary>
    public static string HashIds(IEnumerable<string> idsJson)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> bytes = new byte[HashedBytes];
        foreach (string piece in idsJson)
        {
            for (ReadOnlySpan<char> rest = piece; !rest.IsEmpty;)
            {
                Utf8.FromUtf16(rest, bytes, out int read, out int written);
                hash.AppendData(bytes[..written]);
                rest = rest[read..];
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static EmbeddingTable Check(SafetensorsFile file, EntryManifest manifest, bool fromCache)
    {
        string hash = file.ComputeSha256();
        if (hash != manifest.PayloadSha256)
        {
            throw new DataFileException(
                file.Path, $"is damaged: its SHA-256 is {hash}, expected {manifest.PayloadSha256} as it was written.");
        }

        var table = new EmbeddingTable(file, manifest.Key, fromCache);
        bool isAsDescribed = table.Count == manifest.Rows && table.Dimension == manifest.Dimension
            && table.Skipped.Count == manifest.Skipped
            && HashIds([file.Metadata[EmbeddingTable.IdsKey]]) == manifest.IdsSha256;
        return isAsDescribed ? table : throw new DataFileException(file.Path, "does not hold what its manifest says.");
    }
}
