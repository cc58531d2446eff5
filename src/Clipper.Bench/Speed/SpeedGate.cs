using Clipper.Bench.Runs;

namespace Clipper.Bench.Speed;

/// <summary>The few figures of <c>clipper bench</c>: what a user waits for, each measured against a yardstick in the
/// same run.</summary>
public static class SpeedGate
{
    /// <summary>Pairs of yardstick and work unless said otherwise.</summary>
    public const int UsualRounds = 9;

    private static readonly (string Name, Func<ISpeedWork> Create)[] s_works =
    [
        (ImprintWork.Title, () => new ImprintWork()),
        (MetricsWork.Title, () => new MetricsWork()),
        (PreprocessWork.Title, () => new PreprocessWork()),
        (EncodeWork.Title, () => new EncodeWork()),
    ];

    /// <summary>Names of all figures, in the order of measuring.</summary>
    public static IReadOnlyList<string> Names => [.. s_works.Select(work => work.Name)];

    /// <summary>The work of a figure.</summary>
    internal static ISpeedWork Create(string name) => s_works.First(work => work.Name == name).Create();

    /// <summary>Measures figures on this machine.</summary>
    /// <param name="names">Which of <see cref="Names"/>.</param>
    /// <param name="rounds">Pairs of yardstick and work; at least 1.</param>
    /// <param name="report">Is told the name of each figure before it is measured.</param>
    /// <param name="cancellation">Stops between rounds.</param>
    /// <exception cref="WrongAnswerException">Timed work gave wrong answers.</exception>
    /// <exception cref="Core.Errors.DataFileException">A native library cannot be loaded.</exception>
    public static SpeedReport Measure(
        IReadOnlyList<string> names, int rounds, Action<string> report, CancellationToken cancellation)
    {
        var yardstick = new Yardstick();
        var meter = new SpeedMeter(TimeProvider.System, () => yardstick.Run());
        var figures = new List<SpeedFigure>();
        foreach (string name in Names.Where(names.Contains))
        {
            report(name);
            using ISpeedWork work = Create(name);
            figures.Add(meter.Measure(work, rounds, cancellation));
        }

        MachineReport program = MachineReport.Read();
        string version = program.Commit is null ? program.Version : $"{program.Version}+{program.Commit}";
        return new SpeedReport(MachineIdentity.Read().Id, version, figures);
    }
}
