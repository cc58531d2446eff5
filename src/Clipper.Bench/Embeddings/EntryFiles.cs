using Clipper.Bench.Files;

namespace Clipper.Bench.Embeddings;

/// <summary>The files of one entry.</summary>
/// <param name="Payload">The numbers, <c>&lt;key&gt;.safetensors</c>.</param>
/// <param name="Manifest">What they are, <c>&lt;key&gt;.json</c>, written last: an entry without it is not
/// finished.</param>
/// <param name="Lock">Held by the process that writes the entry.</param>
internal sealed record EntryFiles(string Payload, string Manifest, string Lock)
{
    /// <summary>Ending of the numbers.</summary>
    public const string PayloadSuffix = ".safetensors";

    /// <summary>Ending of the manifest.</summary>
    public const string ManifestSuffix = ".json";

    /// <summary>Added to the names of damaged files.</summary>
    public const string QuarantineSuffix = ".corrupt";

    /// <summary>The files of the entry of the given key.</summary>
    public static EntryFiles Of(string root, string key) => new(
        Path.Combine(root, key + PayloadSuffix),
        Path.Combine(root, key + ManifestSuffix),
        Path.Combine(root, key + ProcessLock.Suffix));

    /// <summary>Whether either file is there.</summary>
    public bool ArePresent => File.Exists(Payload) || File.Exists(Manifest);

    /// <summary>Puts the files out of the way, so that they can be looked at; an earlier quarantine of them is
    /// replaced.</summary>
    public void Quarantine()
    {
        foreach (string path in new[] { Manifest, Payload }.Where(File.Exists))
        {
            File.Move(path, path + QuarantineSuffix, overwrite: true);
        }
    }
}
