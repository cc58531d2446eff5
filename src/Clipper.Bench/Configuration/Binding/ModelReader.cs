using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Clipper.Bench.Configuration.Nodes;
using Clipper.Clip.Models.Registry;
using Clipper.Core.Errors;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads a model: a registered name and <c>random:…</c> as they stand, everything else as a path. A folder
/// that is called like a registered model is meant with <c>./</c> before it.</summary>
internal sealed class ModelReader(PathReader paths) : ScalarReader<ModelChoice>
{
    private const string RandomModel = "random:";

    /// <inheritdoc />
    public override string Allowed =>
        "a registered model (clipper models list), a model's folder or weights file (relative to this file), or "
        + "random:SEED";

    /// <inheritdoc />
    public override JsonObject Schema => Schemas.Text(".");

    /// <inheritdoc />
    protected override bool TryParse(ScalarNode scalar, Problems problems, [MaybeNullWhen(false)] out ModelChoice value)
    {
        value = null;
        string[] registered = [.. ModelRegistry.Default.ModelNames];
        if (registered.Contains(scalar.Text) || scalar.Text.StartsWith(RandomModel, StringComparison.Ordinal))
        {
            value = new ModelChoice(scalar.Text, IsPath: false);
            return true;
        }

        if (!paths.TryRead(scalar, problems, out string? path))
        {
            return false;
        }

        if (!Path.Exists(path) && Suggestion.Nearest(scalar.Text, registered) is { } name)
        {
            problems.Add(scalar.Mark, $"no model '{scalar.Text}'", Allowed, $"did you mean '{name}'?");
            return false;
        }

        value = new ModelChoice(path, IsPath: true);
        return true;
    }
}
