using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clipper.Clip.Models.Registry;

/// <summary>The registered models: names, published addresses, SHA-256, licences. All of it is data (models.json in the
/// assembly).</summary>
public sealed class ModelRegistry
{
    private static readonly JsonSerializerOptions _layout = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private static readonly Lazy<ModelRegistry> _default = new(ReadEmbedded);

    private ModelRegistry(IReadOnlyList<RegisteredModel> models) => Models = models;

    /// <summary>The one of this build.</summary>
    public static ModelRegistry Default => _default.Value;

    /// <summary>All models, in the order of the file.</summary>
    public IReadOnlyList<RegisteredModel> Models { get; }

    /// <summary>Their names.</summary>
    public IEnumerable<string> Names => Models.Select(model => model.Name);

    /// <summary>Names of those that <c>--model</c> takes.</summary>
    public IEnumerable<string> ModelNames =>
        Models.Where(model => model.Kind == RegisteredKind.Clip).Select(model => model.Name);

    /// <summary>Reads a registry; the files of a model's vocabulary are added to its own.</summary>
    /// <exception cref="JsonException">The text is not a registry.</exception>
    public static ModelRegistry Parse(string json)
    {
        RegisteredModel[] models = JsonSerializer.Deserialize<RegisteredModel[]>(json, _layout) ?? [];
        return new ModelRegistry([.. models.Select(model => WithVocabulary(model, models))]);
    }

    /// <summary>The model of that name, to the letter; null where there is none.</summary>
    public RegisteredModel? Find(string name) => Models.FirstOrDefault(model => model.Name == name);

    private static RegisteredModel WithVocabulary(RegisteredModel model, RegisteredModel[] all)
    {
        if (model.Vocabulary is not { } name)
        {
            return model;
        }

        RegisteredModel vocabulary = Array.Find(all, other => other.Name == name)
            ?? throw new JsonException($"'{model.Name}' has the vocabulary '{name}', which is not registered.");
        return model with { Files = [.. model.Files, .. vocabulary.Files] };
    }

    private static ModelRegistry ReadEmbedded()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("models.json")
            ?? throw new InvalidOperationException("models.json is not in the assembly.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }
}
