using System.Globalization;

namespace Clipper.Bench.Clusters;

/// <summary>One job: the words that submit it, and the script that its tasks run.</summary>
/// <param name="Kind">What its tasks do.</param>
/// <param name="Tasks">Numbers of its tasks.</param>
/// <param name="Path">Where the script is written.</param>
/// <param name="Script">The script.</param>
/// <param name="Words">Words for sbatch, without dependency and script.</param>
public sealed record SlurmJob(
    TaskKind Kind, IReadOnlyList<int> Tasks, string Path, string Script, IReadOnlyList<string> Words)
{
    /// <summary>The jobs that a plan needs, each behind those it waits for; none where nothing is missing.</summary>
    public static IReadOnlyList<SlurmJob> Of(Submission submission, TaskPlan plan, SlurmOptions options)
    {
        var jobs = new List<SlurmJob>();
        if (plan.Embed.Count > 0)
        {
            jobs.Add(Of(submission, TaskKind.Embed, plan.Embed, options));
        }

        if (plan.Cells.Count > 0)
        {
            jobs.Add(Of(submission, TaskKind.Cells, plan.Cells, options));
        }

        bool hasReport = File.Exists(new Runs.ResultsFolder(submission.Results).Report);
        if (plan.Cells.Count > 0 || !hasReport)
        {
            jobs.Add(Of(submission, TaskKind.Report, [1], options));
        }

        return jobs;
    }

    /// <summary>All words of the sbatch line.</summary>
    /// <param name="after">Id of the job that it waits for; empty = none.</param>
    public IReadOnlyList<string> CommandLine(string after) =>
    [
        "sbatch", "--parsable", .. Words,
        .. after.Length > 0 ? new[] { $"--dependency=afterany:{after}" } : [],
        Path,
    ];

    private static SlurmJob Of(
        Submission submission, TaskKind kind, IReadOnlyList<int> tasks, SlurmOptions options)
    {
        string name = TaskScript.NameOf(kind);
        bool isArray = kind != TaskKind.Report;
        string log = System.IO.Path.Combine(submission.Folder, "logs", isArray ? $"{name}-%a.log" : $"{name}-1.log");
        string[] words =
        [
            $"--job-name=clipper-{submission.Experiment.Name}-{name}",
            $"--output={log}",
            .. isArray ? new[] { $"--array={Ranges(tasks)}" } : [],
            .. options.Partition.Length > 0 ? new[] { $"--partition={options.Partition}" } : [],
            .. options.Gres.Length > 0 && isArray ? new[] { $"--gres={options.Gres}" } : [],
            .. options.Time.Length > 0 ? new[] { $"--time={options.Time}" } : [],
            .. options.More ?? [],
        ];
        string path = System.IO.Path.Combine(submission.Folder, $"{name}.sh");
        return new SlurmJob(kind, tasks, path, TaskScript.Of(submission, kind), words);
    }

    // 1,2,3,7 → 1-3,7
    private static string Ranges(IReadOnlyList<int> numbers)
    {
        var ranges = new List<string>();
        for (int i = 0; i < numbers.Count;)
        {
            int last = i;
            while (last + 1 < numbers.Count && numbers[last + 1] == numbers[last] + 1)
            {
                last++;
            }

            ranges.Add(last == i
                ? numbers[i].ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{numbers[i]}-{numbers[last]}"));
            i = last + 1;
        }

        return string.Join(',', ranges);
    }
}
