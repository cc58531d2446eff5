using System.Diagnostics.CodeAnalysis;
using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads a model: <c>random:…</c> as it stands, everything else as a path.</summary>
internal sealed class ModelReader(PathReader paths) : ScalarReader<ModelChoice>
{
    private const string RandomModel = "random:";

    // Names of the registry that is to come; a folder of that name is still meant with ./ before it.
    private static readonly string[] _registered = ["ViT-B/32", "ViT-B/16", "ViT-L/14", "ViT-L/14@336px"];

    /// <inheritdoc />
    public override string Allowed => "a model's folder or weights file (relative to this file), or random:SEED";

    /// <inheritdoc />
    protected override bool TryParse(ScalarNode scalar, Problems problems, [MaybeNullWhen(false)] out ModelChoice value)
    {
        value = null;
        if (_registered.Contains(scalar.Text))
        {
            problems.Add(scalar.Mark, $"registered model '{scalar.Text}' is not available in this version", Allowed);
            return false;
        }

        if (scalar.Text.StartsWith(RandomModel, StringComparison.Ordinal))
        {
            value = new ModelChoice(scalar.Text, IsPath: false);
            return true;
        }

        bool isPath = paths.TryRead(scalar, problems, out string? path);
        value = isPath && path is not null ? new ModelChoice(path, IsPath: true) : null;
        return value is not null;
    }
}
