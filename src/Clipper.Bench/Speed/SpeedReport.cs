using System.Globalization;
using Clipper.Bench.Files;
using Clipper.Clip.Files;
using Clipper.Core.Errors;

namespace Clipper.Bench.Speed;

/// <summary>The figures of a machine.</summary>
/// <param name="Machine">Id of the machine (<see cref="MachineIdentity"/>).</param>
/// <param name="Version">Version of Clipper.Bench, with its commit.</param>
/// <param name="Figures">In the order of measuring.</param>
public sealed record SpeedReport(string Machine, string Version, IReadOnlyList<SpeedFigure> Figures)
{
    /// <summary>Where the figures of a machine are kept unless a file is named: in the cache folder.</summary>
    public static string StandardPath(MachineIdentity machine) =>
        Path.Combine(CacheFolder.Resolve(), "speed", $"{machine.Id}.json");

    /// <summary>Reads stored figures; null where there are none.</summary>
    /// <exception cref="DataFileException">The file is damaged, has a speed that is not above 0, or is a
    /// folder.</exception>
    public static SpeedReport? TryRead(string path) => Path.Exists(path) ? Read(path) : null;

    /// <summary>Reads a file that must be there.</summary>
    /// <exception cref="DataFileException">It is not there, a folder, damaged, or has a speed that is not above
    /// 0.</exception>
    public static SpeedReport Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new DataFileException(
                path,
                $"{(Directory.Exists(path) ? "is a folder" : "there is no such file")}; expected the figures that "
                + "'clipper bench --save --baseline FILE' stores.");
        }

        try
        {
            SpeedReport report = SealedJson.Read<SpeedReport>(path);
            return ProblemOf(report) is { } problem ? throw new DataFileException(path, problem) : report;
        }
        catch (DataFileException e)
        {
            throw new DataFileException(
                path, $"{e.Problem} Remove it and store the figures again with 'clipper bench --save'.", e);
        }
    }

    /// <summary>Stores them, whole or not at all; figures that were stored for the same machine and not measured now
    /// are kept.</summary>
    /// <exception cref="DataFileException">The file cannot be written.</exception>
    public void Write(string path)
    {
        SpeedReport? before = TryRead(path);
        SpeedFigure[] kept = before?.Machine == Machine
            ? [.. before.Figures.Where(old => Figures.All(figure => figure.Name != old.Name))]
            : [];
        SealedJson.Write(path, this with { Figures = [.. Figures, .. kept] });
    }

    // A speed of nothing, or below it, would make any other one infinitely many times as fast.
    private static string? ProblemOf(SpeedReport report)
    {
        SpeedFigure? bad = report.Figures.FirstOrDefault(figure => !IsSpeed(figure.Rate) || !IsSpeed(figure.Relative));
        return bad is null
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"'{bad.Name}' has rate {bad.Rate} and relative {bad.Relative}; both must be above 0.");
    }

    private static bool IsSpeed(double value) => value > 0 && double.IsFinite(value);
}
