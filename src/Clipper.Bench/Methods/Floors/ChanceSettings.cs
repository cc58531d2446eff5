namespace Clipper.Bench.Methods.Floors;

/// <summary>Random scores: what a metric gives to a method that knows nothing.</summary>
/// <param name="Label">Its name in tables.</param>
public sealed record ChanceSettings(string Label) : MethodSettings(Label)
{
    /// <inheritdoc />
    public override string Kind => "chance";

    /// <inheritdoc />
    public override IReadOnlyList<KeyValuePair<string, string>> Options => [];

    /// <inheritdoc />
    public override bool HasChoices(bool isMultiLabel) => false;

    internal override IMethod Create(MethodContext context) => new ChanceMethod(context.Dataset);
}
