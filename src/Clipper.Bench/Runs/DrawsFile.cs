using System.Globalization;
using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Bench.Files;
using Clipper.Core.Episodes;
using CsvHelper;

namespace Clipper.Bench.Runs;

/// <summary>Episodes as CSV: <c>episode,role,class,sample</c>, <c>positives</c> where labels occur together, and
/// <c>step</c> where classes come one after the other (docs/formats.md).</summary>
internal static class DrawsFile
{
    private static readonly string[] _columns = ["episode", "role", "class", "sample"];

    /// <summary>The bytes of the file.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="episodes">The episodes, by number.</param>
    /// <param name="stream">How their classes come; null where they come at once.</param>
    public static byte[] Bytes(IDataset dataset, IReadOnlyList<Episode> episodes, ContinualPlan? stream)
    {
        using var bytes = new MemoryStream();
        using (var csv = new CsvWriter(new StreamWriter(bytes), CsvLayout.New()))
        {
            string[] positives = HasPositives(dataset) ? ["positives"] : [];
            csv.WriteFields([.. _columns, .. positives, .. stream is null ? Array.Empty<string>() : ["step"]]);
            foreach ((int k, Episode episode) in episodes.Index())
            {
                WriteRole(csv, dataset, k, "support", episode.Support, StepOf);
                WriteRole(csv, dataset, k, "query", episode.Query, StepOf);

                string[] StepOf(int label) => stream is null ? [] : [Step(episode, label, stream)];
            }
        }

        return bytes.ToArray();
    }

    // Where images are drawn for one label and carry others, a label can have more than its shots; their number is a
    // column.
    private static bool HasPositives(IDataset dataset) => dataset.IsMultiLabel || dataset.DrawsImages;

    private static string Step(Episode episode, int label, ContinualPlan stream)
    {
        int place = episode.Classes.Index().First(pair => pair.Item == label).Index;
        return ((place / stream.ClassesPerTask) + 1).ToString(CultureInfo.InvariantCulture);
    }

    private static void WriteRole(
        CsvWriter csv, IDataset dataset, int episode, string role, IReadOnlyList<EpisodeSample> samples,
        Func<int, string[]> stepOf)
    {
        string number = episode.ToString(CultureInfo.InvariantCulture);
        foreach (EpisodeSample sample in samples)
        {
            string[] fields = [number, role, dataset.Classes[sample.Class], dataset.Samples[sample.Sample].Id];
            string[] positives = HasPositives(dataset) ? [Positives(dataset, samples, sample.Class)] : [];
            csv.WriteFields([.. fields, .. positives, .. stepOf(sample.Class)]);
        }
    }

    private static string Positives(IDataset dataset, IReadOnlyList<EpisodeSample> samples, int label)
    {
        int count = samples.Count(sample => dataset.Samples[sample.Sample].Labels.Contains(label));
        return count.ToString(CultureInfo.InvariantCulture);
    }
}
