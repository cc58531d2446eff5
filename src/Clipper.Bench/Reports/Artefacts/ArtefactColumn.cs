using Clipper.Bench.Datasets;
using Clipper.Bench.Reports.Paper;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports.Artefacts;

/// <summary>A data set of an artefact.</summary>
/// <param name="Request">As the experiment asks for it.</param>
/// <param name="PaperName">The paper's short name; empty for data sets that the paper has not.</param>
internal sealed record ArtefactColumn(DatasetRequest Request, string PaperName)
{
    private const string Full = "_F";

    /// <summary>Its name in tables and legends.</summary>
    public string Label => PaperName.Length > 0 ? PaperName : $"{Request.Name} {Request.Variant}".TrimEnd();

    /// <summary>Its name in sentences: the label, and the name by which commands know it.</summary>
    public string NameInWords => PaperName.Length > 0 ? $"{PaperName} ({Request.Name})" : Label;

    /// <summary>The column of a data set.</summary>
    /// <param name="request">As the experiment asks for it.</param>
    /// <param name="isContinual">Whether it is of a continual stream, where the paper has one form of each.</param>
    public static ArtefactColumn Of(DatasetRequest request, bool isContinual)
    {
        string name = PaperDatasets.NameOf(request.Name, request.Variant);
        return new(request, isContinual && name.EndsWith(Full, StringComparison.Ordinal) ? name[..^2] : name);
    }

    /// <summary>Whether a record is of this data set.</summary>
    public bool Has(RunRecord record) => record.Dataset == Request.Name && IsVariant(record.Variant);

    /// <summary>Whether a cell, by its name, is of this data set.</summary>
    public bool HasCell(string cell)
    {
        string name = Request.Variant.Length > 0 ? $"{Request.Name}-{Request.Variant}" : Request.Name;
        return cell.StartsWith($"{name}.", StringComparison.Ordinal)
            || cell.StartsWith($"{name}-", StringComparison.Ordinal);
    }

    /// <summary>Whether a part of the data set, as a run names it, is the one that is asked for.</summary>
    public bool IsVariant(string variant) =>
        variant == Request.Variant || variant == Request.Split || variant == $"{Request.Variant}-{Request.Split}";
}
