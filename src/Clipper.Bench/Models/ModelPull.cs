using Clipper.Bench.Downloads;
using Clipper.Clip.Files;
using Clipper.Clip.Models.Registry;
using Clipper.Core.Errors;

namespace Clipper.Bench.Models;

/// <summary>Fetches registered models into the models folder.</summary>
/// <param name="registry">The models.</param>
/// <param name="folder">Where they go.</param>
/// <param name="downloader">Fetches files.</param>
public sealed class ModelPull(ModelRegistry registry, ModelsFolder folder, Downloader downloader)
{
    /// <summary>Another place with the same files, <c>MIRROR/FILE-NAME</c>; null = the published addresses. SHA-256 is
    /// checked all the same.</summary>
    public Uri? Mirror { get; init; }

    /// <summary>Whether files that are there are fetched anew.</summary>
    public bool IsForced { get; init; }

    /// <summary>Finds models by their names, all of them before anything is fetched.</summary>
    /// <exception cref="UsageException">A name that is not registered.</exception>
    public IReadOnlyList<RegisteredModel> Find(IEnumerable<string> names) => [.. names.Distinct().Select(FindOne)];

    /// <summary>Makes a model whole: its files, then <c>model.json</c>.</summary>
    /// <exception cref="DataFileException">A file cannot be had, or has another size or SHA-256.</exception>
    public PulledModel Pull(RegisteredModel model, CancellationToken cancellation)
    {
        string path = folder.PathOf(model);
        if (model.IsEmbedded)
        {
            return new PulledModel(model, folder.Require(model), []);
        }

        DownloadedFile[] files = [.. model.Files.Select(file => downloader.Fetch(RequestOf(file, path), cancellation))];
        if (model.ModelJson is { } switches)
        {
            string target = Path.Combine(path, ModelsFolder.ModelJsonName);
            string text = switches.GetRawText() + "\n";
            if (!File.Exists(target) || File.ReadAllText(target) != text)
            {
                AtomicFile.WriteText(target, text);
            }
        }

        return new PulledModel(model, path, files);
    }

    private RegisteredModel FindOne(string name) => registry.Find(name)
        ?? throw new UsageException(
            $"'{name}' is not a registered model; known: {string.Join(", ", registry.Names)}."
            + Suggestion.Question(name, registry.Names));

    private DownloadRequest RequestOf(RegisteredFile file, string path)
    {
        Uri origin = Mirror is null ? file.Origin : new Uri($"{Mirror.AbsoluteUri.TrimEnd('/')}/{file.Name}");
        return new DownloadRequest(Path.Combine(path, file.Name), [origin])
        {
            Sha256 = file.Sha256,
            Size = file.Size,
            IsForced = IsForced,
        };
    }
}
