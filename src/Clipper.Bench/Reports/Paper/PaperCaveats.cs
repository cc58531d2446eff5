using System.Globalization;

namespace Clipper.Bench.Reports.Paper;

/// <summary>What the source of a published number says against it.</summary>
internal static class PaperCaveats
{
    // Numbers read from the pixels of a plot agreed with printed ones to this.
    private const double ReadingError = 0.01;
    private const string PlusMinus = "+-";

    // Points to a list that is not published.
    private const string Pointer = " (see OPEN_QUESTIONS)";

    // A note stands at every number of its row, also where it is about one data set of the row.
    private static readonly (string Start, string[] Datasets)[] _subjects =
    [
        ("COCO_F", ["COCO_F"]),
        ("COCO/IM:", ["COCO_F", "COCO_P", "IM_F", "IM_P"]),
        ("COCO = ", ["COCO", "IM"]),
        ("LFW ", ["LFW"]),
        ("differs from the final table only for ISR", ["ISR"]),
    ];

    private static readonly Doubt[] _doubts =
    [
        // Q14: all tables that are made from the one file, also those without the note.
        new("probably trained", "probably trained", value => value is
        {
            Dataset: "COCO_F", Method: "mwi_sigmoid", Ways: 5, Shots: 5, Status: "final",
        }),

        // Q27: of the sigmoid heads only the file without augmentation.
        new("training state of", "training state of its file not recorded", value =>
            value.Table == "A-Figure 1.1" || value is { Table: "A-Figure 1.2", Method: "mwi_train" }),

        // Q22.
        new("typed over the computed values"),
        new("axis says trivial"),
        new("reports 0.7550 for a later run"),
        new("looks like a typing error", "", value =>
            value is { Dataset: "LFW", Value: 0.40, Status: "older_snapshot" } && HasNote(value, "LFW 0.40")),
    ];

    /// <summary>The note of the source, where it is about this number; else empty.</summary>
    public static string NoteOf(PublishedValue value)
    {
        string[]? about = _subjects.FirstOrDefault(subject =>
            value.Note.StartsWith(subject.Start, StringComparison.Ordinal)).Datasets;
        return about is null || about.Contains(value.Dataset)
            ? value.Note.Replace(Pointer, "", StringComparison.Ordinal)
            : "";
    }

    /// <summary>Why it is doubtful whether the number is what it is called: by its status, or by a note that puts its
    /// method or value in doubt; null where nothing says so.</summary>
    public static string? DoubtAbout(PublishedValue value)
    {
        if (value.IsDoubtful)
        {
            return NoteOf(value);
        }

        Doubt? doubt = _doubts.FirstOrDefault(each => each.Concerns?.Invoke(value) ?? HasNote(value, each.Sign));
        return doubt is null ? null
            : HasNote(value, doubt.Sign) ? NoteOf(value)
            : doubt.Text;
    }

    /// <summary>How exactly a number was read from a plot: as its note says, else to 0.01; 0 for printed
    /// numbers.</summary>
    public static double ReadingErrorOf(PublishedValue value)
    {
        if (!value.IsReadFromPlot)
        {
            return 0;
        }

        int sign = value.Note.IndexOf(PlusMinus, StringComparison.Ordinal);
        string digits = sign < 0
            ? ""
            : string.Concat(value.Note.Skip(sign + PlusMinus.Length).TakeWhile(c => char.IsAsciiDigit(c) || c == '.'));
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double error)
            ? error
            : ReadingError;
    }

    private static bool HasNote(PublishedValue value, string sign) =>
        value.Note.Contains(sign, StringComparison.Ordinal);

    /// <param name="Sign">What a note that says so contains.</param>
    /// <param name="Text">What is said where the note does not.</param>
    /// <param name="Concerns">The numbers that it is about; null for those whose note has the sign.</param>
    private sealed record Doubt(string Sign, string Text = "", Func<PublishedValue, bool>? Concerns = null);
}
