using Clipper.Bench.Configuration;
using Clipper.Bench.Methods;
using Clipper.Bench.Methods.Floors;
using Clipper.Bench.Methods.Heads;
using Clipper.Bench.Methods.Probes;
using Clipper.Core.Imprinting;

namespace Clipper.Bench.Reports.Paper;

/// <summary>The names that the paper's numbers have for methods (PROTOCOL section 11), and those of ours that stand
/// beside them.</summary>
internal static class PaperMethods
{
    private const string Trained = "mwi_train";
    private const string SoftmaxTrained = "wi_softmax_train";
    private const string Clip = "_clip";

    /// <summary>Whether we have the paper's method at all; numbers of other works and other backbones are not
    /// ours.</summary>
    public static bool IsKnown(string method) =>
        method is "wi_softmax" or "wi_softmax_clip" or "mwi_sigmoid" or "mwi_continual" or "clip_zero_shot"
            or "clip_linear_probe"
        || ((method.StartsWith(Trained, StringComparison.Ordinal)
                || method.StartsWith(SoftmaxTrained, StringComparison.Ordinal))
            && !method.EndsWith("_unclear", StringComparison.Ordinal));

    /// <summary>The name of each method of an experiment, by its label; methods without one are left out.</summary>
    public static IReadOnlyDictionary<string, string> NamesOf(Experiment experiment) => experiment.Each
        .SelectMany(point => point.Methods)
        .Select(method => KeyValuePair.Create(method.Label, NameOf(method)))
        .Where(pair => pair.Value.Length > 0)
        .DistinctBy(pair => pair.Key)
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>The name of a method; empty where it has none.</summary>
    public static string NameOf(MethodSettings method) => method switch
    {
        ImprintSettings head => NameOf(head),
        AdamProbeSettings => "clip_linear_probe",
        LogisticProbeSettings => "logistic_regression",
        ConstantSettings constant => $"constant_{constant.Predict.ToString().ToLowerInvariant()}",
        { Kind: "zero-shot" } => "clip_zero_shot",
        _ => "",
    };

    /// <summary>Whether a published number is of the method that we call <paramref name="name"/>.</summary>
    /// <param name="published">The method, as the published number has it.</param>
    /// <param name="name">Our method.</param>
    /// <param name="isStep">Whether our value is of a step of a continual stream.</param>
    public static bool Match(string published, string name, bool isStep) => published == "mwi_continual"
        ? isStep && name.StartsWith("mwi_", StringComparison.Ordinal)
        : !isStep && (published == name || published == name + Clip);

    private static string NameOf(ImprintSettings head)
    {
        string kind = head.Imprint == HeadKind.Wi ? "wi_softmax" : "mwi_sigmoid";
        string trained = head.Imprint == HeadKind.Wi ? SoftmaxTrained : Trained;
        string name = head.Train is null ? kind : trained;
        string matched = head.Train is { MatchCopies: > 0 and var copies }
            ? FormattableString.Invariant($"_match{copies}")
            : "";
        string augmented = head.Augment.Kind == AugmentationKind.None
            ? ""
            : FormattableString.Invariant($"_aug_{head.Augment.Name}{head.Augment.Copies}");
        return name + matched + augmented;
    }
}
