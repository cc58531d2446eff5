using System.IO.Compression;
using Clipper.Testing.Archives;

namespace Clipper.Testing.Official;

/// <summary>The files of a small copy of a data set in its official layout, which can be written unpacked or as the
/// archive that the authors offer.</summary>
public sealed class OfficialCopy
{
    private readonly List<(string Path, byte[] Bytes)> _files = [];

    /// <summary>Paths inside the official layout, in the order in which they were added.</summary>
    public IReadOnlyList<string> Paths => [.. _files.Select(file => file.Path)];

    /// <summary>Adds a file.</summary>
    public OfficialCopy Add(string path, byte[] bytes)
    {
        _files.Add((path, bytes));
        return this;
    }

    /// <summary>Adds a text file.</summary>
    public OfficialCopy Add(string path, string text) => Add(path, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>The files that lie below a folder, with paths relative to it.</summary>
    public OfficialCopy Below(string folder)
    {
        var part = new OfficialCopy();
        string prefix = folder + "/";
        foreach ((string path, byte[] bytes) in _files.Where(f => f.Path.StartsWith(prefix, StringComparison.Ordinal)))
        {
            part.Add(path[prefix.Length..], bytes);
        }

        return part;
    }

    /// <summary>Writes the files below a folder.</summary>
    public void Unpacked(string root)
    {
        foreach ((string path, byte[] bytes) in _files)
        {
            string full = Path.Combine(root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full) ?? root);
            File.WriteAllBytes(full, bytes);
        }
    }

    /// <summary>The files as a TAR archive.</summary>
    public byte[] Tar()
    {
        var tar = new TarBytes();
        foreach ((string path, byte[] bytes) in _files)
        {
            _ = path.Length > 100 ? tar.PaxFile(path, bytes) : tar.File(path, bytes);
        }

        return tar.ToArray();
    }

    /// <summary>Writes the files as a TAR archive.</summary>
    public void Tar(string path) => Write(path, Tar());

    /// <summary>Writes the files as a TAR archive packed by gzip.</summary>
    public void TarGz(string path)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Tar());
        }

        Write(path, packed.ToArray());
    }

    /// <summary>Writes the files as a ZIP archive.</summary>
    public void Zip(string path)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach ((string name, byte[] bytes) in _files)
            {
                using Stream stream = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(bytes);
            }
        }

        Write(path, packed.ToArray());
    }

    private static void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
        File.WriteAllBytes(path, bytes);
    }
}
