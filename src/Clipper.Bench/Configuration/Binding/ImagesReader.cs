using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Clipper.Bench.Configuration.Nodes;
using Clipper.Bench.Embeddings;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads <c>images</c>: what an unreadable image does.</summary>
internal sealed class ImagesReader : ValueReader<BadImagePolicy>
{
    private static readonly Key<BadImagePolicy> _onError = new(
        "on-error",
        new ChoiceReader<BadImagePolicy>("policy", [("fail", BadImagePolicy.Fail), ("skip", BadImagePolicy.Skip)], []),
        "What an unreadable image does: end the run, or be left out and counted.");

    /// <inheritdoc />
    public override string Allowed => "a mapping with key on-error: fail or skip";

    /// <inheritdoc />
    public override JsonObject Schema => Schemas.Section([_onError]);

    /// <inheritdoc />
    public override bool TryRead(ConfigNode node, Problems problems, [MaybeNullWhen(false)] out BadImagePolicy value)
    {
        value = BadImagePolicy.Fail;
        if (Section.Open(node, [_onError], [], problems) is not { } section)
        {
            return false;
        }

        value = section.Optional(_onError, BadImagePolicy.Fail);
        return true;
    }
}
