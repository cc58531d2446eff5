using System.Globalization;
using Clipper.Bench.Datasets;
using Clipper.Bench.Files;
using Clipper.Bench.Runs;
using Clipper.Clip.Files;
using Clipper.Clip.Imaging;
using Clipper.Core.Errors;

namespace Clipper.Bench.Reports.Thumbnails;

/// <summary>Writes and reads <c>thumbnails/</c>: small pictures of the images that are wrong most often, and
/// <c>index.csv</c>, which says what each is (docs/formats.md). The page is made of them alone, without the
/// data.</summary>
internal static class ThumbnailFiles
{
    /// <summary>The most images of a data set.</summary>
    public const int Most = 24;

    /// <summary>Pixels of the longer side.</summary>
    public const int Side = 96;

    private static readonly string[] _columns =
        ["dataset", "variant", "sample", "labels", "predicted", "shown", "wrong", "file", "reason"];

    /// <summary>Writes them anew; what an earlier run left there goes.</summary>
    /// <param name="place">The results folder.</param>
    /// <param name="cells">In their order.</param>
    /// <param name="count">Images of every data set; 0 = no folder.</param>
    /// <param name="source">The data sets.</param>
    /// <exception cref="DataFileException">The folder cannot be written.</exception>
    public static void Write(
        ResultsFolder place, IEnumerable<ReportCell> cells, int count, ThumbnailSource source)
    {
        Clear(place);
        if (count == 0)
        {
            return;
        }

        var entries = new List<Thumbnail>();
        foreach (var own in cells.GroupBy(cell => (cell.Record.Dataset, cell.Record.Variant)))
        {
            (string name, string variant) = own.Key;
            (IDataset? dataset, string reason) = source.Find(name, variant);
            if (dataset is null)
            {
                entries.Add(Thumbnail.Without(name, variant, reason));
                continue;
            }

            WrongSample[] wrong =
                [.. WrongSample.Of(own.Select(cell => cell.Mistakes).OfType<CellMistakes>()).Take(count)];
            entries.AddRange(wrong.Index().Select(each => Write(place, dataset, each.Item, each.Index + 1)));
        }

        TableFile.WriteCsv(place.Thumbnail("index.csv"), _columns, entries.Select(Fields));
    }

    /// <summary>Those of a results folder, in the order of its cells; empty where there are none.</summary>
    /// <exception cref="DataFileException">A file is missing or damaged.</exception>
    public static IReadOnlyList<Thumbnail> Read(ResultsFolder place)
    {
        string index = place.Thumbnail("index.csv");
        if (!File.Exists(index))
        {
            return [];
        }

        using var csv = CsvTable.Open(index);
        var entries = new List<Thumbnail>();
        while (csv.Next() is { } fields)
        {
            if (!csv.Header.SequenceEqual(_columns)
                || !int.TryParse(fields[5], NumberStyles.None, CultureInfo.InvariantCulture, out int shown)
                || !int.TryParse(fields[6], NumberStyles.None, CultureInfo.InvariantCulture, out int wrong)
                || fields[7] != Path.GetFileName(fields[7]))
            {
                throw csv.Problem("is not a line of thumbnails; remove the folder and make the report again.");
            }

            entries.Add(new Thumbnail(
                fields[0], fields[1], fields[2], fields[3], fields[4], shown, wrong, fields[7], fields[8])
            {
                Png = fields[7].Length > 0 ? Picture(place.Thumbnail(fields[7])) : default,
            });
        }

        return entries;
    }

    private static Thumbnail Write(ResultsFolder place, IDataset dataset, WrongSample sample, int number)
    {
        string file = FileName.Of(string.Create(
            CultureInfo.InvariantCulture, $"{dataset.QualifiedName}.{number:00}.png"));
        string reason = "";
        try
        {
            int index = dataset.Samples.Index().First(each => each.Item.Id == sample.Id).Index;
            using Raster picture = Datasets.Sheets.SamplePicture.Read(dataset, index);
            using Raster small = Datasets.Sheets.Thumbnail.Of(picture, Side);
            byte[] png = PngWriter.Write(small);
            AtomicFile.Write(place.Thumbnail(file), stream => stream.Write(png));
        }
        catch (ImageException e)
        {
            (file, reason) = ("", $"the image cannot be read ({e.Message})");
        }

        return new Thumbnail(
            dataset.Name, dataset.Variant, sample.Id, string.Join(';', sample.Labels),
            string.Join(';', sample.Predicted), sample.Shown, sample.Wrong, file, reason);
    }

    private static IReadOnlyList<string> Fields(Thumbnail each) =>
    [
        each.Dataset, each.Variant, each.Sample, each.Labels, each.Predicted, TableFile.Text(each.Shown),
        TableFile.Text(each.Wrong), each.File, each.Reason,
    ];

    private static byte[] Picture(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, $"cannot be read ({e.Message}).", e);
        }
    }

    private static void Clear(ResultsFolder place)
    {
        try
        {
            if (Directory.Exists(place.Thumbnails))
            {
                Directory.Delete(place.Thumbnails, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(place.Thumbnails, $"cannot be made anew ({e.Message}).", e);
        }
    }
}
