using System.Globalization;
using Clipper.Bench.Datasets;
using Clipper.Bench.Files;
using Clipper.Core.Episodes;
using CsvHelper;

namespace Clipper.Bench.Runs;

/// <summary>Episodes as CSV: <c>episode,role,class,sample</c> (docs/formats.md).</summary>
internal static class DrawsFile
{
    /// <summary>The bytes of the file.</summary>
    public static byte[] Bytes(IDataset dataset, IReadOnlyList<Episode> episodes)
    {
        using var bytes = new MemoryStream();
        using (var csv = new CsvWriter(new StreamWriter(bytes), CsvLayout.New()))
        {
            csv.WriteFields(["episode", "role", "class", "sample"]);
            for (int k = 0; k < episodes.Count; k++)
            {
                WriteRole(csv, dataset, k, "support", episodes[k].Support);
                WriteRole(csv, dataset, k, "query", episodes[k].Query);
            }
        }

        return bytes.ToArray();
    }

    private static void WriteRole(
        CsvWriter csv, IDataset dataset, int episode, string role, IReadOnlyList<EpisodeSample> samples)
    {
        string number = episode.ToString(CultureInfo.InvariantCulture);
        foreach (EpisodeSample sample in samples)
        {
            csv.WriteFields([number, role, dataset.Classes[sample.Class], dataset.Samples[sample.Sample].Id]);
        }
    }
}
