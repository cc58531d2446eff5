using System.Diagnostics.CodeAnalysis;
using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads a path: in a file it is relative to the file, on the command line to the current folder.</summary>
internal sealed class PathReader : ScalarReader<string>
{
    private readonly string _folder;

    /// <summary>Paths of a file in <paramref name="folder"/>.</summary>
    public PathReader(string folder) => _folder = folder;

    /// <inheritdoc />
    public override string Allowed => "a path, relative to this file";

    /// <summary>The full path that <paramref name="scalar"/> names.</summary>
    public string Resolve(ScalarNode scalar) =>
        scalar.Mark.IsCommandLine ? Path.GetFullPath(scalar.Text) : Path.GetFullPath(scalar.Text, _folder);

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
