using System.Globalization;
using Clipper.Bench.Runs;
using Clipper.Bench.Speed;
using Clipper.Clip.Runtime;

namespace Clipper.Benchmarks.Suite;

/// <summary>When, on what and beside what a run of measurements was: what each page of figures says first.</summary>
/// <param name="Began">When it began.</param>
/// <param name="Others">Cores that other programs used then.</param>
/// <param name="Conditions">What else decides whether its times mean anything.</param>
internal sealed record RunFacts(DateTimeOffset Began, double Others, MeasuringConditions Conditions)
{
    private static readonly CultureInfo s_invariant = CultureInfo.InvariantCulture;
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(1);

    /// <summary>Whether other programs disturbed it from the beginning.</summary>
    public bool IsBusy => Others > OtherWork.MostCores;

    /// <summary>Looks at the machine for a second.</summary>
    public static RunFacts Start() =>
        new(TimeProvider.System.GetUtcNow(), OtherWork.Cores(s_look), MeasuringConditions.Read());

    /// <summary>Names and values.</summary>
    public IReadOnlyList<(string Name, string Value)> Facts()
    {
        MachineReport machine = MachineReport.Read();
        TorchReport torch = TorchRuntime.Start();
        TimeSpan taken = TimeProvider.System.GetUtcNow() - Began;
        return
        [
            ("date", Began.ToString("yyyy-MM-dd HH:mm 'UTC'", s_invariant)),
            ("commit", machine.Commit ?? "unknown"),
            ("took", string.Create(s_invariant, $"{taken.TotalMinutes:F0} min")),
            ("other programs before", string.Create(
                s_invariant, $"{Others:F2} of {machine.Cores} cores; load of the minute {Conditions.Load ?? 0:F1}")),
            ("processor", string.Create(s_invariant, $"{machine.Cpu}, {machine.Cores} cores")),
            ("vector sets", string.Join(", ", machine.Isa)),
            ("system", machine.Os),
            (".NET", machine.Runtime),
            ("libtorch", torch.TorchVersion),
            ("BLAS", $"{torch.BlasLibrary}, kernels {torch.BlasCore}"),
            .. Warnings().Select(text => ("**warning**", text)),
        ];
    }

    /// <summary>The facts as a table in Markdown.</summary>
    public string Table() => string.Join(
        '\n', ["| | |", "|---|---|", .. Facts().Select(fact => $"| {fact.Name} | {fact.Value} |")]);

    private IEnumerable<string> Warnings()
    {
        if (IsBusy)
        {
            yield return string.Create(s_invariant, $"the machine was busy: others used {Others:F2} cores");
        }

        // The load of the minute holds our own build, so that it is told and nothing more.
        foreach (string warning in (Conditions with { Load = null }).Warnings())
        {
            yield return warning;
        }
    }
}
