using System.Globalization;
using Clipper.Bench.Datasets;
using Clipper.Bench.Files;
using Clipper.Core.Episodes;
using CsvHelper;

namespace Clipper.Bench.Runs;

/// <summary>Episodes as CSV: <c>episode,role,class,sample</c>, and <c>positives</c> where labels occur together
/// (docs/formats.md).</summary>
internal static class DrawsFile
{
    private static readonly string[] _columns = ["episode", "role", "class", "sample"];

    /// <summary>The bytes of the file.</summary>
    public static byte[] Bytes(IDataset dataset, IReadOnlyList<Episode> episodes)
    {
        using var bytes = new MemoryStream();
        using (var csv = new CsvWriter(new StreamWriter(bytes), CsvLayout.New()))
        {
            csv.WriteFields(HasPositives(dataset) ? [.. _columns, "positives"] : _columns);
            for (int k = 0; k < episodes.Count; k++)
            {
                WriteRole(csv, dataset, k, "support", episodes[k].Support);
                WriteRole(csv, dataset, k, "query", episodes[k].Query);
            }
        }

        return bytes.ToArray();
    }

    // Where images are drawn for one label and carry others, a label can have more than its shots; their number is a
    // column.
    private static bool HasPositives(IDataset dataset) => dataset.IsMultiLabel || dataset.DrawsImages;

    private static void WriteRole(
        CsvWriter csv, IDataset dataset, int episode, string role, IReadOnlyList<EpisodeSample> samples)
    {
        string number = episode.ToString(CultureInfo.InvariantCulture);
        foreach (EpisodeSample sample in samples)
        {
            string[] fields = [number, role, dataset.Classes[sample.Class], dataset.Samples[sample.Sample].Id];
            csv.WriteFields(HasPositives(dataset) ? [.. fields, Positives(dataset, samples, sample.Class)] : fields);
        }
    }

    private static string Positives(IDataset dataset, IReadOnlyList<EpisodeSample> samples, int label)
    {
        int count = samples.Count(sample => dataset.Samples[sample.Sample].Labels.Contains(label));
        return count.ToString(CultureInfo.InvariantCulture);
    }
}
