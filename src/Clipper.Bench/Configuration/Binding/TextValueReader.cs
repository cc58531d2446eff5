using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads text as it is written; what looks like a number or a yes-or-no word is text here.</summary>
/// <param name="allowed">What is allowed, for messages.</param>
/// <param name="accepts">Whether the text is allowed.</param>
internal sealed class TextValueReader(string allowed, Func<string, bool> accepts) : ScalarReader<string>
{
    /// <inheritdoc />
    public override string Allowed => allowed;

    /// <inheritdoc />
    public override JsonObject Schema => Schemas.Text();

    /// <inheritdoc />
    protected override bool TryParse(ScalarNode scalar, Problems problems, [MaybeNullWhen(false)] out string value)
    {
        value = scalar.Text;
        if (accepts(value))
        {
            return true;
        }

        problems.Add(scalar.Mark, $"'{value}' cannot stand here", Allowed);
        return false;
    }
}
