using Clipper.Bench.Configuration;
using Clipper.Bench.Reports.Plots;
using Clipper.Bench.Reports.Tables;
using Clipper.Bench.Runs;
using Clipper.Clip.Files;

namespace Clipper.Bench.Reports.Artefacts;

/// <summary>Writes the artefacts that an experiment asks for: <c>artefacts/ID.csv</c>, <c>.values.csv</c>,
/// <c>.md</c>, <c>.tex</c>, <c>.svg</c>, <c>.png</c>.</summary>
internal static class ArtefactFiles
{
    /// <summary>Writes all of them.</summary>
    /// <returns>Their tables and figures for the page, in the order of the experiment.</returns>
    public static PaperArtefacts Write(ArtefactPlace place, Experiment experiment, RunResults results)
    {
        var tables = new List<ResultTable>();
        var figures = new List<Figure>();
        var values = new ArtefactValues(results, experiment);
        foreach (Artefact artefact in experiment.Artefacts.Select(ArtefactCatalog.Find).OfType<Artefact>())
        {
            bool isOfOneModel = !artefact.HasDatasetsAsRows && values.Models.Count > 0;
            IReadOnlyList<string> models = isOfOneModel ? values.Models : [""];
            foreach (string model in models)
            {
                string name = models.Count > 1 ? FileName.Of($"{artefact.Id}.{model}") : artefact.Id;
                ArtefactColumn[] datasets = Columns(experiment, artefact, results);
                // Floors know no model: those of the first stand beside values of several.
                var grids = new ArtefactGrids(values, isOfOneModel ? model : values.Models.FirstOrDefault(""));
                ArtefactGrid[] parts = artefact.Beside.Count > 0
                    ? [grids.Rows(artefact, datasets), grids.Beside(artefact, datasets)]
                    : [grids.Rows(artefact, datasets)];
                tables.AddRange(WriteTables(place, name, parts, results, model));
                if (artefact.YLabel.Length > 0)
                {
                    Figure figure =
                        ArtefactFigure.Of(parts[0], name, grids.Floors(artefact, parts[0], datasets));
                    figures.Add(figure with { Title = place.Titled(figure.Title) });
                }
            }
        }

        return new PaperArtefacts(place, tables, figures);
    }

    // The paper's in its order, then others of the experiment. Data sets that the paper has elsewhere are left out,
    // unless an experiment has nothing else.
    private static ArtefactColumn[] Columns(Experiment experiment, Artefact artefact, RunResults results)
    {
        ArtefactColumn[] all =
        [
            .. experiment.Each
                .SelectMany(point => point.Datasets)
                .Select(request => ArtefactColumn.Of(request, artefact.IsContinual))
                .DistinctBy(column => (column.Request.Name, column.Request.Variant, column.Request.Split)),
        ];
        ArtefactColumn[] own =
        [
            .. all
                .Where(column => artefact.Datasets.Contains(column.PaperName)
                    || (column.PaperName.Length == 0 && IsOfKind(column)))
                .OrderBy(column => PlaceOf(artefact, column)),
        ];
        return own.Length > 0 ? own : [.. all.Where(IsOfKind)];

        bool IsOfKind(ArtefactColumn column) =>
            artefact.IsMultiLabel is not { } isMultiLabel || results.MultiLabel.Any(column.Has) == isMultiLabel;
    }

    private static int PlaceOf(Artefact artefact, ArtefactColumn column)
    {
        int place = artefact.Datasets.ToList().IndexOf(column.PaperName);
        return place < 0 ? artefact.Datasets.Count : place;
    }

    private static ResultTable[] WriteTables(
        ArtefactPlace place, string name, ArtefactGrid[] parts, RunResults results, string model)
    {
        string path = Path.Combine(place.Folder, name);
        AtomicFile.WriteText($"{path}.csv", ArtefactTable.WideCsv(parts[0]));
        AtomicFile.WriteText($"{path}.values.csv", ArtefactTable.LongCsv(parts));
        string[] notes = [.. parts[0].Artefact.Notes, .. OtherModel(results, model)];
        ResultTable[] tables =
        [
            ArtefactTable.Of(parts[0], name, notes) with
            {
                Caption = place.Titled(parts[0].Caption),
                File = place.AddressOf($"{name}.csv"),
            },
            .. parts.Skip(1).Select(part => ArtefactTable.Of(part, $"{name}.beside", part.Artefact.BesideNotes) with
            {
                Caption = place.Titled($"Beside {part.Caption}: controls and floors"),
                File = place.AddressOf($"{name}.values.csv"),
            }),
        ];
        foreach (ResultTable table in tables)
        {
            AtomicFile.WriteText(Path.Combine(place.Folder, $"{table.Id}.md"), MarkdownTable.Write(table));
            AtomicFile.WriteText(Path.Combine(place.Folder, $"{table.Id}.tex"), LatexTable.Write(table));
        }

        return [.. tables.Select(table => table with { Id = place.IdOf(table.Id) })];
    }

    private static string[] OtherModel(RunResults results, string model) =>
        model.Length == 0 || results.IsPapersModel(model)
        ? []
        : [$"The backbone is {model}, not the paper's CLIP ViT-B/32: the numbers are not the paper's."];
}
