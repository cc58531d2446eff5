namespace Clipper.Bench.Configuration;

/// <summary>Every quirk that an experiment can follow or leave; docs/protocol.md lists the others and why they cannot
/// be options.</summary>
public static class QuirkCatalog
{
    /// <summary>Thresholds, epochs and hyper-parameters that are reported were chosen on the reported queries
    /// themselves, or on validation episodes alone.</summary>
    public static Quirk Choice { get; } = new("Q1", "choice", Paper: "queries", Corrected: "validation");

    /// <summary>Pictures of support and of queries go through the resizes of the reference's two paths, or both through
    /// the model's own preprocessing alone.</summary>
    public static Quirk Pixels { get; } = new("Q6", "pixels", Paper: "two-paths", Corrected: "one-path");

    /// <summary>Heads of COCO and iMaterialist are trained in blocks of 5 epochs, after each of which their columns are
    /// scaled to unit length, Adam's state kept; or as those of all other data sets, without a break.</summary>
    public static Quirk Blocks { get; } = new("section 5.2", "blocks", Paper: "five-epochs", Corrected: "none");

    /// <summary>Where a data set names no split: the part that the reference used (of three sets the last fifth of the
    /// sorted files, with the last classes alone), or the official one, or the whole.</summary>
    public static Quirk Split { get; } = new("Q7", "split", Paper: "reference", Corrected: "official");

    /// <summary>An image is in a label's list once for every instance of it, and grey pictures are refused when they
    /// are drawn; or once, and every picture may be drawn.</summary>
    public static Quirk Sampling { get; } = new("Q10", "sampling", Paper: "instances", Corrected: "images");

    /// <summary>The annotations of iMaterialist (Q11, Q12) and the crowds of COCO are read as the reference reads them,
    /// or as their authors mean them.</summary>
    public static Quirk Annotations { get; } = new("Q11", "annotations", Paper: "reference", Corrected: "official");

    /// <summary>Zero-shot prompts are the bare class names, or templates.</summary>
    public static Quirk Prompts { get; } = new("Q16", "prompts", Paper: "bare", Corrected: "templates");

    /// <summary>The thresholds of a method that names none end at 0.71, or cover all that a sigmoid of a cosine can
    /// be.</summary>
    public static Quirk Thresholds { get; } = new("Q18", "thresholds", Paper: "clipped", Corrected: "full");

    /// <summary>In a continual stream all queries are scored at every step, and those whose labels are not learnt yet
    /// are to be answered with nothing, which counts as a class; or the queries of learnt classes are.</summary>
    public static Quirk Unseen { get; } = new("section 8", "unseen", Paper: "none", Corrected: "masked");

    /// <summary>Labels that are not learnt yet are deleted while the list is walked, so that the one behind a deleted
    /// label is passed over; or all are left out. It matters with <see cref="Unseen"/> alone.</summary>
    public static Quirk Labels { get; } = new("Q19", "labels", Paper: "in-place", Corrected: "filtered");

    /// <summary>Embeddings are rounded to half precision, or kept in single precision.</summary>
    public static Quirk Precision { get; } = new("Q25", "precision", Paper: "half", Corrected: "single");

    /// <summary>All of them, in the order of PROTOCOL.</summary>
    public static IReadOnlyList<Quirk> All { get; } =
        [Choice, Pixels, Split, Sampling, Annotations, Prompts, Thresholds, Labels, Precision, Unseen, Blocks];
}
