using System.Security.Cryptography;
using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Core.Episodes;
using Clipper.Core.Errors;

namespace Clipper.Bench.Runs;

/// <summary>Episodes that an experiment is given in place of drawing them.</summary>
/// <param name="Dataset">The data set and variant.</param>
/// <param name="Setting">Size of an episode.</param>
/// <param name="Path">The file.</param>
/// <param name="Hash">Its SHA-256.</param>
/// <param name="Episodes">The episodes.</param>
internal sealed record GivenDraws(
    string Dataset, EpisodePlan Setting, string Path, string Hash, IReadOnlyList<Episode> Episodes)
{
    /// <summary>Reads the given episodes of every data set and setting.</summary>
    /// <param name="experiment">Names a file, which serves one data set and setting, or a folder with files named as in
    /// <c>draws/</c>; none where the path is empty.</param>
    /// <param name="datasets">The data sets.</param>
    /// <exception cref="UsageException">One file for several data sets or settings.</exception>
    /// <exception cref="DataFileException">A file is missing or does not fit.</exception>
    public static IReadOnlyList<GivenDraws> Read(Experiment experiment, IReadOnlyList<IDataset> datasets)
    {
        FewShotProtocol protocol = experiment.Protocol;
        if (protocol.Draws.Length == 0)
        {
            return [];
        }

        bool isFolder = Directory.Exists(protocol.Draws);
        int settings = datasets.Sum(dataset => RunPlan.SettingsOf(experiment, dataset).Count);
        if (!isFolder && settings > 1)
        {
            throw new UsageException(
                $"protocol.draws: {protocol.Draws} is one file, and the experiment has {datasets.Count} data sets and "
                + $"{settings} settings together; name a folder with a file for each, as draws/ of a results "
                + "folder.");
        }

        return
        [
            .. from dataset in datasets
               from setting in RunPlan.SettingsOf(experiment, dataset)
               let path = isFolder
                   ? System.IO.Path.Combine(protocol.Draws, $"{DrawSource.NameOf(dataset.QualifiedName, setting)}.csv")
                   : protocol.Draws
               select Read(path, dataset, setting, experiment),
        ];
    }

    private static GivenDraws Read(string path, IDataset dataset, EpisodePlan setting, Experiment experiment)
    {
        IReadOnlyList<Episode> episodes =
            new DrawsReader(path, dataset, setting).Read(experiment.Protocol.Episodes, experiment.Seed);
        string hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        return new GivenDraws(dataset.QualifiedName, setting, path, hash, episodes);
    }
}
