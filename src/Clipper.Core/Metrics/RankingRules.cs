namespace Clipper.Core.Metrics;

/// <summary>The ranking metrics of the catalogue on one episode.</summary>
internal static class RankingRules
{
    public static double Accuracy(ref EpisodeScores episode)
    {
        int[] labels = episode.Labels;
        int[] best = episode.Best;
        int hits = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            hits += labels[row] == best[row] ? 1 : 0;
        }

        return (double)hits / labels.Length;
    }

    public static double BalancedAccuracy(ref EpisodeScores episode)
    {
        int[] labels = episode.Labels;
        int[] best = episode.Best;
        var counts = new ClassCounts[episode.Truth.Classes];
        for (int row = 0; row < labels.Length; row++)
        {
            counts[labels[row]] += labels[row] == best[row] ? new(1, 0, 0, 0) : new(0, 0, 1, 0);
        }

        return CountAverages.BalancedAccuracy(counts);
    }

    public static double Top1(ref EpisodeScores episode) => Top(ref episode, 1);

    public static double Top5(ref EpisodeScores episode) => Top(ref episode, 5);

    public static double Map(ref EpisodeScores episode) =>
        AveragePrecision.Average(episode.ByClass, Averaging.Macro);

    public static double MapOverPositives(ref EpisodeScores episode) =>
        AveragePrecision.MacroOverPositives(episode.ByClass);

    public static double MapWeighted(ref EpisodeScores episode) =>
        AveragePrecision.Average(episode.ByClass, Averaging.Weighted);

    public static double MapMicro(ref EpisodeScores episode) =>
        AveragePrecision.Average(episode.Whole, Averaging.Micro);

    public static double MapSamples(ref EpisodeScores episode) =>
        AveragePrecision.Average(episode.Truth, episode.Scores, Averaging.Samples);

    public static double RocAucMacro(ref EpisodeScores episode) => RocAuc.Average(episode.ByClass, Averaging.Macro);

    public static double RocAucMicro(ref EpisodeScores episode) => RocAuc.Average(episode.Whole, Averaging.Micro);

    public static double MapVoc11(ref EpisodeScores episode) => InterpolatedPrecision.Macro(episode.ByClass);

    public static double RocAucWeighted(ref EpisodeScores episode) =>
        RocAuc.Average(episode.ByClass, Averaging.Weighted);

    public static double RocAucSamples(ref EpisodeScores episode) =>
        RocAuc.Average(episode.Truth, episode.Scores, Averaging.Samples);

    public static double CoverageError(ref EpisodeScores episode) =>
        LabelRanking.Coverage(episode.Truth, episode.Scores);

    public static double RankingLoss(ref EpisodeScores episode) => LabelRanking.Loss(episode.Truth, episode.Scores);

    public static double Lrap(ref EpisodeScores episode) =>
        LabelRanking.AveragePrecision(episode.Truth, episode.Scores);

    public static double Ece(ref EpisodeScores episode) =>
        Calibration.TopOne(episode.Labels, episode.Scores).Error;

    public static double EceBinary(ref EpisodeScores episode) =>
        Calibration.Binary(episode.Truth, episode.Scores).Error;

    public static double CrossEntropy(ref EpisodeScores episode) =>
        LogLoss.Of(episode.Labels, episode.Scores, episode.Epsilon);

    // Two classes are no obstacle here: that scikit-learn refuses two score columns is a matter of its interface.
    private static double Top(ref EpisodeScores episode, int k) =>
        (double)TopKAccuracy.Hits(episode.Labels, episode.Scores, k) / episode.Truth.Rows;
}
