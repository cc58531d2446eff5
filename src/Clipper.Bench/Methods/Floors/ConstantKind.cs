using Clipper.Bench.Configuration;
using Clipper.Bench.Configuration.Binding;

namespace Clipper.Bench.Methods.Floors;

/// <summary>Reads <c>constant</c>.</summary>
internal sealed class ConstantKind : MethodKind
{
    /// <summary>The names of predictions in configuration.</summary>
    internal static readonly (string Name, ConstantPrediction Value)[] Names =
    [
        ("majority", ConstantPrediction.Majority),
        ("frequency", ConstantPrediction.Frequency),
        ("all", ConstantPrediction.All),
        ("none", ConstantPrediction.None),
    ];

    private static readonly Key<ConstantPrediction> _predict =
        new("predict", new ChoiceReader<ConstantPrediction>("prediction", Names, []), "What is predicted always.");

    /// <inheritdoc />
    public override string Name => "constant";

    /// <inheritdoc />
    public override bool IsFloor => true;

    /// <inheritdoc />
    public override IReadOnlyList<SectionKey> Keys => [_predict];

    /// <inheritdoc />
    public override MethodSettings Read(Section options, string label, Problems problems) =>
        new ConstantSettings(label, options.Optional(_predict, ConstantPrediction.Majority));
}
