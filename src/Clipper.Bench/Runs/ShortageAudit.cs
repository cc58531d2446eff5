using System.Globalization;
using Clipper.Bench.Configuration;
using Clipper.Core.Episodes;

namespace Clipper.Bench.Runs;

/// <summary>Tells what became of classes with too few images where that is no error (<see cref="Shortage"/>).</summary>
internal static class ShortageAudit
{
    /// <summary>What the user should know of the episodes; nothing where all have what was asked for.</summary>
    /// <param name="cell">A cell of them.</param>
    /// <param name="episodes">The episodes.</param>
    public static IEnumerable<string> Warnings(Cell cell, IReadOnlyList<Episode> episodes)
    {
        EpisodePlan setting = cell.Setting;
        string where = $"{cell.Subject.DatasetName} {SettingText.Of(setting)}";
        int redrawn = episodes.Sum(episode => episode.Redrawn);
        if (redrawn > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{where}: {redrawn} sets of classes had too few images together and were drawn again, for ")
                + string.Create(
                    CultureInfo.InvariantCulture,
                    $"{episodes.Count} episodes; sets that share many images are rarer than by chance.");
        }

        int[] shots =
        [
            .. episodes.SelectMany(episode => episode.Support.CountBy(sample => sample.Class))
                .Select(count => count.Value).Where(count => count < setting.Shots),
        ];
        if (cell.Experiment.Protocol.OnShortage == Shortage.UpTo && shots.Length > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{where}: {shots.Length} of {episodes.Count * setting.Ways} classes have fewer than {setting.Shots} ")
                + string.Create(
                    CultureInfo.InvariantCulture, $"shots, the least {shots.Min()}; the draws file has all.");
        }
    }
}
