using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Clipper.Bench.Configuration;
using Clipper.Bench.Configuration.Binding;
using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Methods.ZeroShot;

/// <summary>Reads a scale of logits: by-mode, model, or a number.</summary>
internal sealed class LogitScaleReader : ScalarReader<LogitScale>
{
    private static readonly NumberReader _number = new(0.01m, 1000m);
    private static readonly LogitScale[] _words = [LogitScale.ByMode, LogitScale.OfModel];

    /// <inheritdoc />
    public override string Allowed => $"{string.Join(", ", _words.Select(word => word.Name))}, or {_number.Allowed}";

    /// <inheritdoc />
    public override JsonObject Schema => Schemas.AnyOf(Schemas.Names(_words.Select(word => word.Name)), _number.Schema);

    /// <inheritdoc />
    protected override bool TryParse(ScalarNode scalar, Problems problems, [MaybeNullWhen(false)] out LogitScale value)
    {
        value = Array.Find(_words, word => word.Name == scalar.Text);
        if (value is null && _number.TryRead(scalar, problems, out decimal number))
        {
            value = new LogitScale("", (double)number);
        }

        return value is not null;
    }
}
