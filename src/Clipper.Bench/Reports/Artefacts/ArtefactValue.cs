using System.Globalization;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports.Artefacts;

/// <summary>A cell of an artefact.</summary>
internal sealed record ArtefactValue
{
    /// <summary>The value; null for a gap.</summary>
    public double? Number { get; init; }

    /// <summary>Half width of its 95 % t-interval; null where it has none.</summary>
    public double? Ci95 { get; init; }

    /// <summary>Our value that it is or was chosen for; null for gaps and for published numbers.</summary>
    public ReportedValue? Source { get; init; }

    /// <summary>Whether it is a mean over episodes; else it is a published number or a threshold.</summary>
    public bool IsMean { get; init; }

    /// <summary>Whether it is a published number, of other works.</summary>
    public bool IsPublished => Number is not null && Source is null;

    /// <summary>Why there is no value; empty where there is one.</summary>
    public string Gap { get; init; } = "";

    /// <summary>The data set that is not there, for which there is no value at all; empty for other gaps.</summary>
    public string Absent { get; init; } = "";

    /// <summary>As tables show it: published numbers and thresholds with the digits that they have.</summary>
    public override string ToString() => Number switch
    {
        null => "–",
        { } number when IsMean => new SummaryValue(number, Ci95).ToString(),
        { } number => number.ToString(IsPublished ? "0.0###" : "0.00##", CultureInfo.InvariantCulture),
    };
}
