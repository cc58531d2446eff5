namespace Clipper.Bench.Reports.Artefacts;

/// <summary>Fills artefacts with the values of a run.</summary>
/// <param name="values">The run's values.</param>
/// <param name="model">The model that the artefact is of; ignored where its columns are models.</param>
internal sealed class ArtefactGrids(ArtefactValues values, string model)
{
    private const string BesideCorner = "control or floor";

    private static readonly string[] _constants = ["constant_all", "constant_none"];

    /// <summary>The paper's rows.</summary>
    public ArtefactGrid Rows(Artefact artefact, IReadOnlyList<ArtefactColumn> datasets) =>
        artefact.HasDatasetsAsRows
            ? ByDataset(artefact, datasets)
            : ByLine(artefact, artefact.Rows, datasets, MeasuresOf(artefact), artefact.XLabel);

    /// <summary>The rows that stand beside them.</summary>
    public ArtefactGrid Beside(Artefact artefact, IReadOnlyList<ArtefactColumn> datasets) =>
        ByLine(
            artefact,
            artefact.Beside,
            datasets,
            [.. MeasuresOf(artefact).Where(measure => measure.Query.Method is null)],
            BesideCorner);

    /// <summary>What the better of two constant guesses, all labels and no label, has in the place of each value of
    /// <paramref name="grid"/> that is a micro-F1 or a class accuracy; gaps elsewhere. Where the rows are data sets it
    /// is the same for all columns, which are models, and has one column.</summary>
    /// <param name="artefact">The artefact.</param>
    /// <param name="grid">Its rows, of the same data sets.</param>
    /// <param name="datasets">The data sets.</param>
    public IReadOnlyList<IReadOnlyList<ArtefactValue>> Floors(
        Artefact artefact, ArtefactGrid grid, IReadOnlyList<ArtefactColumn> datasets)
    {
        if (artefact.HasDatasetsAsRows)
        {
            return
            [
                .. grid.Values.Zip(datasets, (row, dataset) => (IReadOnlyList<ArtefactValue>)
                [
                    Floor(
                        row.FirstOrDefault(value => value.Source is not null) ?? new ArtefactValue(),
                        dataset,
                        artefact.Common.With(artefact.Rows[0].Query) with { Model = null }),
                ]),
            ];
        }

        ArtefactLine[] measures = [.. MeasuresOf(artefact)];
        return
        [
            .. grid.Values.Select((row, r) => (IReadOnlyList<ArtefactValue>)
            [
                .. row.Select((value, c) => Floor(
                    value,
                    datasets[c / measures.Length],
                    artefact.Common.With(artefact.Rows[r].Query).With(measures[c % measures.Length].Query))),
            ]),
        ];
    }

    private ArtefactValue Floor(ArtefactValue value, ArtefactColumn dataset, ArtefactQuery query) =>
        query.Quantity == ArtefactQuantity.Mean
            && value.Source?.Record.Metric is ArtefactLines.F1 or ArtefactLines.ClassAccuracy
            ? _constants
                .Select(constant => values.Of(dataset, query with { Method = constant }, model))
                .MaxBy(floor => floor.Number ?? double.NegativeInfinity) ?? new ArtefactValue()
            : new ArtefactValue();

    private ArtefactGrid ByLine(
        Artefact artefact,
        IReadOnlyList<ArtefactLine> lines,
        IReadOnlyList<ArtefactColumn> datasets,
        IReadOnlyList<ArtefactLine> measures,
        string corner)
    {
        (ArtefactColumn Dataset, ArtefactQuery Query, string Label)[] columns =
        [
            .. from dataset in datasets
               from measure in measures
               select (dataset, measure.Query, LabelOf(dataset, measure, datasets.Count)),
        ];
        return new ArtefactGrid(
            artefact,
            model,
            corner,
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
