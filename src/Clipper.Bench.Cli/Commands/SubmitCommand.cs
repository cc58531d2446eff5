using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Clusters;
using Clipper.Bench.Configuration;
using Clipper.Bench.Runs;
using Clipper.Core.Errors;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper submit</c>: a run on many machines.</summary>
internal static class SubmitCommand
{
    /// <summary>The option whose value is passed on to sbatch.</summary>
    public const string SbatchName = "--sbatch";

    private const int UsualTasks = 8;

    public static CliCommand Create()
    {
        var config = new Argument<string>("CONFIG") { Description = "Experiment file (YAML), seen by every node." };
        var slurm = SharedOptions.Flag("--slurm", "Submit job arrays to Slurm: embed, then cells, then report.");
        var kubernetes = SharedOptions.Flag("--kubernetes", "Print the manifest of an indexed job.");
        var set = SharedOptions.Set();
        var output = SharedOptions.Optional("--out", "DIR", "Shared results folder [default: results/<name>].");
        var tasks = SharedOptions.Integer("--tasks", "Tasks to split it into.", UsualTasks, least: 1, most: 10000);
        var device = SharedOptions.Device();
        var partition = SharedOptions.Text("--partition", "NAME", "Slurm: partition.", "");
        var gres = SharedOptions.Text("--gres", "LIST", "Slurm: resources of a task, e.g. gpu:1.", "");
        var time = SharedOptions.Text("--time", "LIMIT", "Slurm: time limit of a task, e.g. 02:00:00.", "");
        var sbatch = SharedOptions.Text(SbatchName, "OPTIONS", "Slurm: further options for sbatch.", "");
        var dryRun = SharedOptions.Flag("--dry-run", "Slurm: print scripts and sbatch lines, and submit nothing.");
        var wait = SharedOptions.Flag("--wait", "Slurm: follow the jobs to their end and name the tasks that failed.");
        var image = SharedOptions.Text("--image", "IMAGE", "Kubernetes: container image with this program.", "");
        var claim = SharedOptions.Text("--claim", "NAME", "Kubernetes: claim of the shared volume.", "");
        var mount = SharedOptions.Text("--mount", "DIR", "Kubernetes: where the volume is in a container.", "/clipper");
        var gpus = SharedOptions.Integer("--gpus", "Kubernetes: GPUs of a pod.", standard: 0, least: 0, most: 64);
        var command = new CliCommand(
            "submit",
            "Run an experiment on a cluster; again, it does what is missing.",
            "clipper submit configs/quickstart.yaml --slurm --tasks 8 --time 01:00:00 --wait",
            "clipper submit configs/quickstart.yaml --kubernetes --image clipper:1 --claim data --out /clipper/q")
        {
            Arguments = { config },
            Options =
            {
                slurm, kubernetes, set, output, tasks, device, partition, gres, time, sbatch, dryRun, wait, image,
                claim, mount, gpus,
            },
            IsResumable = true,
            Execute = (parse, session) =>
            {
                Experiment experiment =
                    ExperimentFile.Load(parse.GetRequiredValue(config), parse.GetValue(set) ?? []);
                string results = parse.GetValue(output) ?? Path.Combine("results", experiment.Name);
                var submission = new Submission(
                    experiment, Path.GetFullPath(results), parse.GetValue(tasks),
                    parse.GetValue(kubernetes) ? ["clipper"] : ThisProgram.Command(), parse.GetRequiredValue(device));
                if (parse.GetValue(kubernetes))
                {
                    session.Terminal.Output.Write(KubernetesManifest.Of(submission, new KubernetesOptions(
                        parse.GetRequiredValue(image), parse.GetRequiredValue(claim), parse.GetRequiredValue(mount),
                        parse.GetValue(gpus))));
                    return ExitCodes.Done;
                }

                var options = new SlurmOptions(
                    parse.GetRequiredValue(partition), parse.GetRequiredValue(gres), parse.GetRequiredValue(time),
                    [.. CommandLineParser.SplitCommandLine(parse.GetRequiredValue(sbatch))]);
                return parse.GetValue(dryRun)
                    ? Show(submission, options, session.Terminal)
                    : Submit(submission, options, parse.GetValue(wait), session);
            },
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(slurm) == result.GetValue(kubernetes))
            {
                result.AddError("submit needs either --slurm or --kubernetes.");
            }
        });
        return command;
    }

    private static int Show(Submission submission, SlurmOptions options, Terminal terminal)
    {
        IReadOnlyList<SlurmJob> jobs = SlurmJob.Of(submission, TaskPlan.Of(submission, terminal.Warn), options);
        for (int i = 0; i < jobs.Count; i++)
        {
            terminal.Output.WriteLine($"# {jobs[i].Path}");
            terminal.Output.Write(jobs[i].Script);
            terminal.Output.WriteLine($"# {ShellLine.Of(jobs[i].CommandLine(i > 0 ? "ID" : ""))}");
            terminal.Output.WriteLine();
        }

        return ExitCodes.Done;
    }

    private static int Submit(Submission submission, SlurmOptions options, bool wait, Session session)
    {
        Terminal terminal = session.Terminal;
        var cluster = new SlurmCluster(submission);
        IReadOnlyList<SubmittedJob> jobs = cluster.Running();
        if (jobs.Count > 0 && !wait)
        {
            throw new UsageException(
                $"{submission.Results}: jobs {Ids(jobs)} of this run still wait or run; follow them with --wait, or "
                + $"end them with 'scancel {Ids(jobs, ' ')}'.");
        }

        if (jobs.Count == 0)
        {
            TaskPlan plan = TaskPlan.Of(submission, terminal.Warn);
            jobs = cluster.Submit(SlurmJob.Of(submission, plan, options));
        }

        if (jobs.Count == 0)
        {
            terminal.Note($"{submission.Results}: nothing is missing");
            return ExitCodes.Done;
        }

        foreach (SubmittedJob job in jobs)
        {
            terminal.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{NameOf(job)}: job {job.Id}, {job.Tasks.Count} tasks"));
        }

        terminal.Output.WriteLine($"Scripts and logs: {submission.Folder}");
        return wait ? Follow(cluster, jobs, session) : ExitCodes.Done;
    }

    private static int Follow(SlurmCluster cluster, IReadOnlyList<SubmittedJob> jobs, Session session)
    {
        ProgressDisplay.Show(session.Terminal, display =>
        {
            cluster.Follow(
                jobs,
                (job, done) => display.Advance(
                    $"{NameOf(job)} {job.Id}", done, job.Tasks.Count, "tasks"),
                session.Cancellation);
            return true;
        });
        IReadOnlyList<FailedTask> failed = cluster.Failed(jobs);
        foreach (FailedTask task in failed)
        {
            string end = task.ExitCode is { } code
                ? string.Create(CultureInfo.InvariantCulture, $"left with {code}")
                : "was killed or never began";
            session.Terminal.Complain($"task {task.Name} {end}; its log, {task.Log}, ends:");
            foreach (string line in task.EndOfLog)
            {
                session.Terminal.Error.WriteLine($"  {line}");
            }
        }

        if (failed.Count > 0)
        {
            session.Terminal.Complain($"{failed.Count} tasks failed; the same command submits what is missing.");
        }

        return failed.Count > 0 ? ExitCodes.CellsFailed : ExitCodes.Done;
    }

    private static string NameOf(SubmittedJob job) => job.Kind.ToString().ToLowerInvariant();

    private static string Ids(IReadOnlyList<SubmittedJob> jobs, char between = ',') =>
        string.Join(between, jobs.Select(job => job.Id));
}
