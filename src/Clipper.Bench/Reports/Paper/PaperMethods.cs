using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports.Paper;

/// <summary>The paper's methods (PROTOCOL section 11), and the records that are of the same method.</summary>
internal static class PaperMethods
{
    private const string Trained = "mwi_train";

    /// <summary>Whether we have the paper's method at all; numbers of other works and other backbones are not
    /// ours.</summary>
    public static bool IsKnown(string method) =>
        method is "wi_softmax" or "wi_softmax_clip" or "mwi_sigmoid" or "mwi_continual" or "clip_zero_shot"
            or "clip_linear_probe"
        || (method.StartsWith(Trained, StringComparison.Ordinal)
            && !method.EndsWith("_unclear", StringComparison.Ordinal));

    /// <summary>Whether a record is of the paper's method.</summary>
    /// <param name="method">The paper's name.</param>
    /// <param name="record">Our record.</param>
    /// <param name="kind">The kind of the record's method.</param>
    public static bool Match(string method, RunRecord record, string kind)
    {
        bool isUntrained = record.Epochs is null or 0 && record.Copies is null or 0;
        return method switch
        {
            "wi_softmax" or "wi_softmax_clip" => kind == "wi" && isUntrained && record.Step is null,
            "mwi_sigmoid" => kind == "mwi" && isUntrained && record.Step is null,
            "mwi_continual" => kind == "mwi" && record.Step is not null,
            "clip_zero_shot" => kind == "zero-shot",
            "clip_linear_probe" => kind == "linear-probe" && record.Epochs is not null,
            _ => kind == "mwi" && record.Step is null && record.Epochs is not null && Augmented(method, record),
        };
    }

    // "mwi_train" alone, or "mwi_train_aug_" with the kind and the number of copies.
    private static bool Augmented(string method, RunRecord record) => method == Trained
        ? record.Copies is null or 0
        : FormattableString.Invariant($"{Trained}_aug_{record.Augment}{record.Copies}") == method;
}
