using Clipper.Bench.Datasets;
using Clipper.Bench.Reports;
using Clipper.Bench.Runs;
using Clipper.Core.Errors;

namespace Clipper.Bench.Tests.Runs;

public sealed class MissingDataTests
{
    private static readonly FakeInputs _withoutOmniglot = new()
    {
        OnOpen = request =>
        {
            if (request.Name == "omniglot")
            {
                throw new DatasetMissingException("somewhere", "no omniglot data here.");
            }
        },
    };

    private static readonly string[] _both = ["datasets=[omniglot, { name: shapes, variant: single }]", "methods=[wi]"];

    [Fact]
    public void Absent_data_set_stops_the_run_before_any_work()
    {
        using var runs = new RunFixture { Inputs = _withoutOmniglot };

        Assert.Throws<DatasetMissingException>(() => runs.Run("a", _both));

        Assert.False(Directory.Exists(runs.Folder("a")));
    }

    [Fact]
    public void Absent_data_set_is_a_gap_where_the_experiment_says_so()
    {
        using var runs = new RunFixture { Inputs = _withoutOmniglot };

        RunOutcome outcome = runs.Run("a", [.. _both, "missing-data=gap", "artefacts=figure-2.1"]);
        RunReport.Write(outcome.Folder, _ => { });

        Assert.Equal((2, 0), (outcome.Computed, outcome.Failed));
        Assert.All(outcome.Records, record => Assert.Equal("shapes", record.Dataset));
        Assert.Equal(["omniglot"], RunResults.Read(outcome.Folder).Gaps.Select(gap => gap.Name));
        Assert.Contains(
            runs.Observer.Warnings, warning => warning.Contains("no omniglot data", StringComparison.Ordinal));
        string table = File.ReadAllText(Path.Combine(outcome.Folder, "artefacts", "figure-2.1.md"));
        Assert.Matches(
            @"(?m)^– OM \(omniglot\): not here; 'clipper datasets info NAME' says how to obtain it", table);
    }

    [Fact]
    public void Setting_that_a_data_set_cannot_fill_is_a_gap_too()
    {
        using var runs = new RunFixture();
        string[] tooMany = ["protocol.settings=[3w1s4q, 20w1s4q]", "methods=[wi]"];

        Assert.Throws<UsageException>(() => runs.Run("a", tooMany));
        RunOutcome outcome = runs.Run("b", [.. tooMany, "missing-data=gap"]);

        Assert.Equal(2, outcome.Computed);
        Assert.All(RunResults.Read(outcome.Folder).Gaps, gap => Assert.Equal(20, gap.Setting?.Ways));
    }

    [Fact]
    public void Data_set_can_have_settings_of_its_own()
    {
        using var runs = new RunFixture();

        RunOutcome outcome = runs.Run(
            "a", "protocol.settings-for={ shapes-multi: [5w2s3q, 4w1s1q] }", "protocol.settings=3w1s4q", "methods=wi");

        Assert.Equal(
            [("single", 3), ("multi", 5), ("multi", 4)],
            outcome.Records.Select(record => (record.Variant, record.Ways ?? 0)).Distinct());
    }
}
