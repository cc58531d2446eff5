namespace Clipper.Bench.Reports.Artefacts;

/// <summary>Fills artefacts with the values of a run.</summary>
/// <param name="values">The run's values.</param>
/// <param name="model">The model that the artefact is of; ignored where its columns are models.</param>
internal sealed class ArtefactGrids(ArtefactValues values, string model)
{
    /// <summary>The paper's rows.</summary>
    public ArtefactGrid Rows(Artefact artefact, IReadOnlyList<ArtefactColumn> datasets) =>
        artefact.HasDatasetsAsRows
            ? ByDataset(artefact, datasets)
            : ByLine(artefact, artefact.Rows, datasets);

    /// <summary>The rows that stand beside them.</summary>
    public ArtefactGrid Beside(Artefact artefact, IReadOnlyList<ArtefactColumn> datasets) =>
        ByLine(artefact, artefact.Beside, datasets);

    private ArtefactGrid ByLine(
        Artefact artefact, IReadOnlyList<ArtefactLine> lines, IReadOnlyList<ArtefactColumn> datasets)
    {
        (ArtefactColumn Dataset, ArtefactQuery Query, string Label)[] columns =
        [
            .. from dataset in datasets
               from measure in MeasuresOf(artefact)
               select (dataset, measure.Query, LabelOf(dataset, measure, datasets.Count)),
        ];
        return new ArtefactGrid(
            artefact,
            model,
            artefact.XLabel,
            [.. lines.Select(line => line.Label)],
            [.. lines.Select(line => line.X)],
            [.. columns.Select(column => column.Label)],
            [
                .. lines.Select(line => (IReadOnlyList<ArtefactValue>)
                [
                    .. columns.Select(column =>
                        values.Of(column.Dataset, artefact.Common.With(line.Query).With(column.Query), model)),
                ]),
            ]);
    }

    // The paper's backbones, then those of the run that are none of them.
    private ArtefactGrid ByDataset(Artefact artefact, IReadOnlyList<ArtefactColumn> datasets)
    {
        IEnumerable<string> others = values.Models.Where(
            name => !artefact.Rows.Any(line => values.IsBackbone(line.Label, name)));
        ArtefactLine[] lines =
        [
            .. artefact.Rows,
            .. others.Select(name => new ArtefactLine(name, artefact.Rows[0].Query with { Model = name })),
        ];
        return new ArtefactGrid(
            artefact,
            "",
            artefact.XLabel,
            [.. datasets.Select(dataset => dataset.Label)],
            [.. datasets.Select(_ => (double?)null)],
            [.. lines.Select(line => line.Label)],
            [
                .. datasets.Select(dataset => (IReadOnlyList<ArtefactValue>)
                    [.. lines.Select(line => values.Of(dataset, artefact.Common.With(line.Query), model))]),
            ]);
    }

    private static IReadOnlyList<ArtefactLine> MeasuresOf(Artefact artefact) =>
        artefact.Measures.Count > 0 ? artefact.Measures : [new ArtefactLine("", new ArtefactQuery())];

    private static string LabelOf(ArtefactColumn dataset, ArtefactLine measure, int datasets) =>
        measure.Label.Length == 0 ? dataset.Label
        : datasets == 1 ? measure.Label
        : $"{dataset.Label} {measure.Label}";
}
