using Clipper.Bench.Configuration;
using Clipper.Core.Training;

namespace Clipper.Bench.Methods.Probes;

/// <summary>The paper's "linear probe" (PROTOCOL 9.2): a softmax layer without bias, trained by Adam from random unit
/// columns, its columns scaled to unit length at the end.</summary>
/// <param name="Label">Its name in tables.</param>
/// <param name="Epochs">Epochs after which it is looked at, ascending; the paper's are 50.</param>
/// <param name="Training">Loss, batch, learning rate.</param>
public sealed record AdamProbeSettings(string Label, IReadOnlyList<int> Epochs, TrainingSettings Training)
    : MethodSettings(Label)
{
    /// <inheritdoc />
    public override string Kind => "linear-probe";

    /// <inheritdoc />
    public override IReadOnlyList<KeyValuePair<string, string>> Options =>
    [
        new("solver", "adam"),
        new("epochs", YamlText.List(Epochs)),
        new("batch", YamlText.Of(Training.Batch)),
        new("learning-rate", YamlText.Of(Training.LearningRate)),
    ];

    /// <inheritdoc />
    public override bool HasChoices(bool isMultiLabel) => Epochs.Count > 1;

    internal override IMethod Create(MethodContext context) => new AdamProbe(this, context.Dataset);
}
