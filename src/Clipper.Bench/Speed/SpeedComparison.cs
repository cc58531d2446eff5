namespace Clipper.Bench.Speed;

/// <summary>A figure beside the stored one of the same machine.</summary>
/// <param name="Now">What was measured now.</param>
/// <param name="Stored">What was stored; null where nothing was.</param>
/// <param name="Ratio">How many times as fast it is now, by the yardstick; null where nothing was stored, or on another
/// machine.</param>
/// <param name="Verdict">Whether that is beyond the band.</param>
public sealed record SpeedComparison(SpeedFigure Now, SpeedFigure? Stored, double? Ratio, SpeedVerdict Verdict)
{
    /// <summary>Compares all figures.</summary>
    /// <param name="now">What was measured.</param>
    /// <param name="stored">What was stored; null = nothing. Figures of another machine say nothing about those of this
    /// one.</param>
    /// <param name="band">How far a ratio may be from 1, e.g. 0.15: slower is below 1 − band, faster above
    /// 1 / (1 − band).</param>
    public static IReadOnlyList<SpeedComparison> Of(SpeedReport now, SpeedReport? stored, double band)
    {
        bool isHere = stored?.Machine == now.Machine;
        return [.. now.Figures.Select(figure => Of(
            figure,
            stored?.Figures.FirstOrDefault(old => old.Name == figure.Name && old.Unit == figure.Unit),
            isHere,
            band))];
    }

    private static SpeedComparison Of(SpeedFigure now, SpeedFigure? stored, bool isHere, double band)
    {
        if (stored is null || !isHere)
        {
            return new SpeedComparison(
                now, stored, null, stored is null ? SpeedVerdict.New : SpeedVerdict.NotComparable);
        }

        double ratio = now.Relative / stored.Relative;
        SpeedVerdict verdict = ratio < 1 - band ? SpeedVerdict.Slower
            : ratio * (1 - band) > 1 ? SpeedVerdict.Faster
            : SpeedVerdict.Same;
        return new SpeedComparison(now, stored, ratio, verdict);
    }
}
