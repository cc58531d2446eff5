using Clipper.Bench.Speed;

namespace Clipper.Bench.Tests.Speed;

public sealed class MeasuringConditionsTests
{
    private static readonly MeasuringConditions s_quiet = new(0.3, 2, null, false, false, 1);

    [Fact]
    public void Quiet_machine_has_no_warning() => Assert.Empty(s_quiet.Warnings());

    [Fact]
    public void Steady_clock_has_no_warning() => Assert.Empty((s_quiet with { Governor = "performance" }).Warnings());

    [Fact]
    public void Unknown_load_has_no_warning() => Assert.Empty((s_quiet with { Load = null }).Warnings());

    [Theory]
    [InlineData(1.0, 2, false)]
    [InlineData(1.01, 2, true)]
    [InlineData(4.0, 8, false)]
    [InlineData(4.5, 8, true)]
    public void Machine_is_busy_above_half_a_load_a_core(double load, int cores, bool isBusy) =>
        Assert.Equal(isBusy, (s_quiet with { Load = load, Cores = cores }).IsBusy);

    [Fact]
    public void Load_is_warned_of() => AssertWarns(s_quiet with { Load = 1.7 }, "busy: load 1.7 on 2 cores");

    [Fact]
    public void Governor_is_warned_of() => AssertWarns(s_quiet with { Governor = "powersave" }, "'powersave'");

    [Fact]
    public void Debug_build_is_warned_of() => AssertWarns(s_quiet with { IsDebugBuild = true }, "Debug build");

    [Fact]
    public void Debugger_is_warned_of() => AssertWarns(s_quiet with { HasDebugger = true }, "debugger");

    [Fact]
    public void Oversubscription_is_warned_of() => AssertWarns(s_quiet with { NativeThreads = 4 }, "oversubscription");

    [Fact]
    public void Every_warning_is_given() =>
        Assert.Equal(5, new MeasuringConditions(9, 2, "powersave", true, true, 2).Warnings().Count);

    private static void AssertWarns(MeasuringConditions conditions, string words) =>
        Assert.Contains(words, Assert.Single(conditions.Warnings()), StringComparison.Ordinal);
}
