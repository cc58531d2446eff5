using System.Runtime.InteropServices;
using System.Text.Json;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Tests.Runs;

[Collection(WholeProcess.Name)]
public sealed class PeakMemoryTests
{
    private const int Block = 256 << 20;

    [Fact]
    public void Bytes_has_memory_that_was_given_back_until_it_is_counted_anew()
    {
        nint block = Marshal.AllocHGlobal(Block);
        for (int page = 0; page < Block; page += Environment.SystemPageSize)
        {
            Marshal.WriteByte(block, page, 1);
        }

        long held = Environment.WorkingSet;
        Marshal.FreeHGlobal(block);

        long peak = PeakMemory.Bytes();
        bool isAnew = PeakMemory.Restart();
        long after = PeakMemory.Bytes();

        Assert.True(held >= Block, $"{held} bytes are resident while {Block} are held");
        Assert.True(peak >= held - (Block / 4), $"the peak is {peak}, but {held} were resident");
        Assert.True(isAnew ? after <= peak - (Block / 2) : after >= peak, $"{after} after {peak}, anew: {isAnew}");
    }

    [Fact]
    public void Line_adds_up_the_stages_of_a_kind_and_marks_a_peak_that_is_not_theirs()
    {
        RunStage[] stages =
        [
            new("plan", "", 0.2, 90_000_000, true),
            new("embed", "a with m", 1, 200_000_000, true),
            new("cells", "a with m", 2, 150_000_000, true),
            new("embed", "b with m", 1.5, 100_000_000, true),
            new("report", "", 0.5, 210_000_000, false),
        ];

        Assert.Equal(
            "stages, with their peak memory: plan 0.2 s, 90 MB; embed 2.5 s, 200 MB; cells 2.0 s, 150 MB; "
            + "report 0.5 s, 210 MB so far",
            RunStage.Line(stages));
    }

    [Fact]
    public void Run_leaves_the_peak_of_every_stage()
    {
        using var runs = new RunFixture();

        RunOutcome outcome = runs.Run("a", "datasets={ name: shapes, variant: single }", "protocol.settings=3w1s4q");

        using var manifest = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(runs.Folder("a"), "run.json")));
        JsonElement[] stages =
            [.. manifest.RootElement.GetProperty("invocations")[0].GetProperty("stages").EnumerateArray()];
        Assert.Equal(
            ["plan", "embed", "cells", "records"], stages.Select(stage => stage.GetProperty("stage").GetString()));
        Assert.All(stages, stage =>
        {
            Assert.True(stage.GetProperty("peakBytes").GetInt64() > 1 << 20);
            Assert.False(stage.GetProperty("isOwnPeak").GetBoolean());
        });
        Assert.Matches("^shapes-single with .", stages[1].GetProperty("subject").GetString());
        Assert.Matches("^stages, .*; records .*; report .* so far$", outcome.Timings[^1]);
    }
}
