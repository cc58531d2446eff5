using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads one of a few names.</summary>
/// <param name="what">What the names are, e.g. <c>metric</c>.</param>
/// <param name="choices">The names in their order, with what each stands for.</param>
/// <param name="later">Names that later versions will know.</param>
/// <param name="written">Names that stand for others and were written out before; for messages.</param>
internal sealed class ChoiceReader<T>(
    string what, IReadOnlyList<(string Name, T Value)> choices, IReadOnlyList<string> later,
    params IReadOnlyList<string> written) : ScalarReader<T>
{
    /// <inheritdoc />
    public override string Allowed => string.Join(", ", Names);

    private IEnumerable<string> Names => choices.Select(choice => choice.Name).Concat(written);

    /// <inheritdoc />
    public override JsonObject Schema => typeof(T) == typeof(bool) && choices.Any(choice => choice.Name == "true")
        ? new JsonObject { ["type"] = "boolean" }
        : Schemas.Names(Names);

    /// <inheritdoc />
    protected override bool TryParse(ScalarNode scalar, Problems problems, [MaybeNullWhen(false)] out T value)
    {
        foreach ((string name, T choice) in choices)
        {
            if (name == scalar.Text)
            {
                value = choice;
                return true;
            }
        }

        value = default;
        if (later.Contains(scalar.Text))
        {
            problems.Add(scalar.Mark, $"{what} '{scalar.Text}' is not available in this version", Allowed);
        }
        else
        {
            problems.AddUnknown(scalar.Mark, $"unknown {what}", scalar.Text, [.. Names]);
        }

        return false;
    }
}
