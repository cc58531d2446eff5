using System.Globalization;

namespace Clipper.Bench.Cli.Output;

/// <summary>How progress is said.</summary>
internal static class ProgressText
{
    /// <summary>Done of total and, from one a second, the rate: <c>1200/13180 images, 412.3 images/s</c>. The
    /// <paramref name="first"/> that were there already do not count for it.</summary>
    public static string Rate(int done, int total, string unit, TimeSpan? elapsed, int first = 0)
    {
        string counted = string.Create(CultureInfo.InvariantCulture, $"{done}/{total} {unit}");
        int now = done - first;
        return elapsed is { TotalSeconds: > 0.05 } time && now >= time.TotalSeconds
            ? string.Create(CultureInfo.InvariantCulture, $"{counted}, {now / time.TotalSeconds:F1} {unit}/s")
            : counted;
    }

    /// <summary>A duration, e.g. <c>850 ms</c>, <c>12.3 s</c>, <c>4 min 05 s</c>, <c>2 h 10 min</c>.</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        { TotalSeconds: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:F0} ms"),
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F1} s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds:D2} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes:D2} min"),
    };
}
