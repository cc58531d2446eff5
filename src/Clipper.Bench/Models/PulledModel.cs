using Clipper.Bench.Downloads;
using Clipper.Clip.Models.Registry;

namespace Clipper.Bench.Models;

/// <summary>A registered model that is whole in the models folder.</summary>
/// <param name="Model">What it is.</param>
/// <param name="Folder">Where it lies.</param>
/// <param name="Files">Its checked files; none where it is embedded.</param>
public sealed record PulledModel(RegisteredModel Model, string Folder, IReadOnlyList<DownloadedFile> Files)
{
    /// <summary>Whether everything was there before.</summary>
    public bool WasThere => Files.All(file => file.WasThere);
}
