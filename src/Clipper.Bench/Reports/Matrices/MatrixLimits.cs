using System.Globalization;

namespace Clipper.Bench.Reports.Matrices;

/// <summary>How much of a matrix people can read.</summary>
internal static class MatrixLimits
{
    /// <summary>The most matrices of a kind.</summary>
    public const int MostTables = 60;

    /// <summary>The most columns of steps.</summary>
    public const int MostSteps = 25;

    /// <summary>The steps, from 1, that are shown: all, or evenly spaced ones with the first and the last.</summary>
    public static int[] Steps(int count) => count <= MostSteps
        ? [.. Enumerable.Range(1, count)]
        : [.. Enumerable.Range(0, MostSteps).Select(i => 1 + (int)((long)i * (count - 1) / (MostSteps - 1)))];

    /// <summary>A share with two digits; empty where there is none.</summary>
    public static string Text(double value) =>
        double.IsNaN(value) ? "" : value.ToString("0.00;-0.00;0.00", CultureInfo.InvariantCulture);

    /// <summary>Which steps are shown, where it is not all.</summary>
    public static string Note(int shown, int count) => shown == count ? "" : string.Create(
        CultureInfo.InvariantCulture, $"{shown} of {count} steps.");
}
