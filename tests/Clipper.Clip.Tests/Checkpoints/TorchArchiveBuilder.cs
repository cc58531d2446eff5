using System.IO.Compression;

namespace Clipper.Clip.Tests.Checkpoints;

/// <summary>Writes ZIP archives as torch.save lays them out, and others.</summary>
internal static class TorchArchiveBuilder
{
    /// <summary>Members in order; deflated where the name is in <paramref name="deflated"/>.</summary>
    public static string Write(string path, (string Name, byte[] Bytes)[] members, params string[] deflated)
    {
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (var (name, bytes) in members)
        {
            bool packs = deflated.Contains(name);
            var entry = archive.CreateEntry(name, packs ? CompressionLevel.Optimal : CompressionLevel.NoCompression);
            using var stream = entry.Open();
            stream.Write(bytes);
        }

        return path;
    }
}
