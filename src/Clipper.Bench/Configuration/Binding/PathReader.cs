using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads a path: in a file it is relative to that file, be it the experiment or one that it includes; on the
/// command line to the current folder.</summary>
internal sealed class PathReader : ScalarReader<string>
{
    /// <inheritdoc />
    public override string Allowed => "a path, relative to this file";

    /// <summary>The full path that <paramref name="scalar"/> names.</summary>
    public static string Resolve(ScalarNode scalar)
    {
        string? folder = scalar.Mark.IsCommandLine ? null : Path.GetDirectoryName(Path.GetFullPath(scalar.Mark.Source));
        return folder is null ? Path.GetFullPath(scalar.Text) : Path.GetFullPath(scalar.Text, folder);
    }

    /// <inheritdoc />
    public override JsonObject Schema => Schemas.Text(".");

    /// <inheritdoc />
    protected override bool TryParse(ScalarNode scalar, Problems problems, [MaybeNullWhen(false)] out string value)
    {
        value = null;
        if (scalar.Text.Length == 0 || scalar.Text.Contains('\0', StringComparison.Ordinal))
        {
            problems.Add(scalar.Mark, "not a path", Allowed);
            return false;
        }

        value = Resolve(scalar);
        return true;
    }
}
