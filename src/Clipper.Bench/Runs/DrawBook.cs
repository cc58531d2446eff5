using System.Globalization;
using System.Security.Cryptography;
using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Bench.Files;
using Clipper.Clip.Files;
using Clipper.Core.Episodes;
using Clipper.Core.Errors;
using CsvHelper;

namespace Clipper.Bench.Runs;

/// <summary>Draws the episodes of every data set × setting once and writes them to <c>draws/</c>.
/// Thread-safe.</summary>
/// <param name="experiment">Seed and number of episodes.</param>
/// <param name="folder">Where the files are.</param>
/// <param name="warn">Is told what makes episodes too easy.</param>
internal sealed class DrawBook(Experiment experiment, ResultsFolder folder, Action<string> warn)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Dataset, EpisodePlan), (EpisodeDraws Draws, string Skipped)> _drawn = [];

    /// <summary>The episodes; drawn and written at the first call.</summary>
    /// <param name="subject">The data set.</param>
    /// <param name="setting">Size of an episode.</param>
    /// <param name="skipped">Samples without an embedding; they take part in no episode.</param>
    /// <exception cref="UsageException">The data set has too few classes or images for the setting.</exception>
    public EpisodeDraws Of(Subject subject, EpisodePlan setting, IReadOnlyCollection<int> skipped)
    {
        string signature = string.Join(',', skipped.Order());
        lock (_gate)
        {
            if (!_drawn.TryGetValue((subject.DatasetName, setting), out (EpisodeDraws Draws, string Skipped) known))
            {
                known = (DrawAndWrite(subject, setting, skipped), signature);
                _drawn.Add((subject.DatasetName, setting), known);
            }

            return known.Skipped == signature ? known.Draws : throw new DataFileException(
                subject.DatasetName,
                $"model {subject.Model.Name} skips other images than the models before it, so that episodes cannot be "
                + "shared; repair the images or run this model alone.");
        }
    }

    /// <summary>The image lists of all classes, in loader order, without the skipped samples.</summary>
    public static IReadOnlyList<int[]> Pools(IDataset dataset, IReadOnlyCollection<int> skipped)
    {
        var left = new HashSet<int>(skipped);
        List<int>[] pools = [.. dataset.Classes.Select(_ => new List<int>())];
        for (int sample = 0; sample < dataset.Samples.Count; sample++)
        {
            if (!left.Contains(sample))
            {
                foreach (int label in dataset.Samples[sample].Labels)
                {
                    pools[label].Add(sample);
                }
            }
        }

        return [.. pools.Select(pool => pool.ToArray())];
    }

    private EpisodeDraws DrawAndWrite(Subject subject, EpisodePlan setting, IReadOnlyCollection<int> skipped)
    {
        IDataset dataset = subject.Dataset;
        var sampler = new EpisodeSampler(Pools(dataset, skipped), dataset.Classes, setting);
        Func<int, Episode> draw = dataset.IsMultiLabel ? seed => sampler.DrawMultiLabel(seed) : sampler.Draw;
        Episode[] episodes =
            [.. Enumerable.Range(0, experiment.Protocol.Episodes).Select(k => draw(experiment.Seed + k))];
        foreach (string warning in EpisodeAudit.Warnings(dataset, SettingText.Of(setting), episodes))
        {
            warn(warning);
        }

        string path = folder.Draws(subject.DatasetName, setting);
        byte[] csv = Text(dataset, episodes);
        AtomicFile.Write(path, stream => stream.Write(csv));
        return new EpisodeDraws(episodes, Convert.ToHexStringLower(SHA256.HashData(csv)));
    }

    private static byte[] Text(IDataset dataset, Episode[] episodes)
    {
        using var bytes = new MemoryStream();
        using (var csv = new CsvWriter(new StreamWriter(bytes), CsvLayout.New()))
        {
            csv.WriteFields(["episode", "role", "class", "sample"]);
            for (int k = 0; k < episodes.Length; k++)
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
