using System.Text.Json;

namespace Clipper.Clip.Models.Registry;

/// <summary>A model that can be named instead of given by its path (models.json).</summary>
public sealed record RegisteredModel
{
    /// <summary>Its name, e.g. <c>ViT-B/32</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Name of its folder below the models folder.</summary>
    public required string Folder { get; init; }

    /// <summary>What it is.</summary>
    public required RegisteredKind Kind { get; init; }

    /// <summary>What to know about it, in a sentence.</summary>
    public required string About { get; init; }

    /// <summary>Its licence.</summary>
    public required string Licence { get; init; }

    /// <summary>Page of those who published it; null for one that this project made.</summary>
    public Uri? Source { get; init; }

    /// <summary>Files to fetch, those of its vocabulary last; none where it is embedded.</summary>
    public IReadOnlyList<RegisteredFile> Files { get; init; } = [];

    /// <summary>Registered name of its vocabulary, whose files lie beside its own.</summary>
    public string? Vocabulary { get; init; }

    /// <summary>Architecture; null where it has none, or where its own files say it.</summary>
    public ModelSummary? Summary { get; init; }

    /// <summary>Content of the <c>model.json</c> to put beside the files; null where there is none.</summary>
    public JsonElement? ModelJson { get; init; }

    /// <summary>Whether it comes with the program, in the folder <c>models</c> beside it, and needs no pull.</summary>
    public bool IsEmbedded => Files.Count == 0;

    /// <summary>Bytes of all files.</summary>
    public long Size => Files.Sum(file => file.Size);
}
