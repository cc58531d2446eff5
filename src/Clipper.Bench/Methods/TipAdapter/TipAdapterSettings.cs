using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Bench.Methods.ZeroShot;

namespace Clipper.Bench.Methods.TipAdapter;

/// <summary>Tip-Adapter without training: a cache of the support beside zero-shot
/// (<see cref="Core.Probes.TipAdapter"/>).</summary>
/// <param name="Label">Its name in tables.</param>
/// <param name="Texts">Its zero-shot side.</param>
/// <param name="Alphas">Weights of the cache, ascending.</param>
/// <param name="Betas">Sharpnesses, ascending; every pair of α and β is one result.</param>
public sealed record TipAdapterSettings(
    string Label, ZeroShotSettings Texts, IReadOnlyList<double> Alphas, IReadOnlyList<double> Betas)
    : MethodSettings(Label)
{
    /// <inheritdoc />
    public override string Kind => "tip-adapter";

    /// <inheritdoc />
    public override bool UsesTexts => true;

    /// <inheritdoc />
    public override IReadOnlyList<KeyValuePair<string, string>> Options =>
        [new("alpha", YamlText.List(Alphas)), new("beta", YamlText.List(Betas)), .. Texts.Options];

    /// <inheritdoc />
    public override bool HasChoices(bool isMultiLabel) =>
        Alphas.Count * Betas.Count > 1 || Texts.HasChoices(isMultiLabel);

    /// <inheritdoc />
    public override MethodSettings Under(FewShotProtocol protocol) =>
        this with { Texts = (ZeroShotSettings)Texts.Under(protocol) };

    /// <inheritdoc />
    public override string? Obstacle(IDataset dataset) => Texts.Obstacle(dataset);

    internal override IMethod Create(MethodContext context) => new TipAdapterMethod(
        this,
        new ClassVectors(
            context.Classes,
            ClassTexts.Weights(context, Texts.Templates.For(context.Protocol.Quirks), Texts.Naming)),
        Texts.Scale.For(context.Protocol.Quirks, context.Model));
}
