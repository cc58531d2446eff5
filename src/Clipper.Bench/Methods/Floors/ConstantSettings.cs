namespace Clipper.Bench.Methods.Floors;

/// <summary>The same prediction for every query, whatever it shows: a floor under each metric. With <c>none</c> it
/// shows the agreement per class, 1 − 1/ways, that predicting nothing has on single-label data.</summary>
/// <param name="Label">Its name in tables.</param>
/// <param name="Predict">What it predicts.</param>
public sealed record ConstantSettings(string Label, ConstantPrediction Predict) : MethodSettings(Label)
{
    /// <inheritdoc />
    public override string Kind => "constant";

    /// <inheritdoc />
    public override IReadOnlyList<KeyValuePair<string, string>> Options =>
        [new("predict", Array.Find(ConstantKind.Names, name => name.Value == Predict).Name)];

    /// <inheritdoc />
    public override bool HasChoices(bool isMultiLabel) => isMultiLabel && Predict == ConstantPrediction.Frequency;

    internal override IMethod Create(MethodContext context) => new ConstantMethod(Predict);
}
