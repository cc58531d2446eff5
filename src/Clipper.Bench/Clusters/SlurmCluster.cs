using Clipper.Clip.Files;
using Clipper.Core.Errors;

namespace Clipper.Bench.Clusters;

/// <summary>Submits a run to Slurm and follows it.</summary>
public sealed class SlurmCluster
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    private readonly Submission _submission;
    private readonly TaskStates _states;

    /// <summary>For one run.</summary>
    public SlurmCluster(Submission submission)
    {
        _submission = submission;
        _states = new TaskStates(submission);
    }

    /// <summary>The jobs of the last submission that still wait or run; empty where there are none.</summary>
    public IReadOnlyList<SubmittedJob> Running()
    {
        SubmittedJobs? last = SubmittedJobs.Read(_submission);
        if (last is null || last.Jobs.Count == 0)
        {
            return [];
        }

        IReadOnlySet<string> active = SlurmCommands.Active(last.Jobs.Select(job => job.Id));
        return active.Count == 0 ? [] : last.Jobs;
    }

    /// <summary>Writes the scripts and submits the jobs, each to begin when the one before it has ended.</summary>
    /// <exception cref="UsageException">sbatch is missing or refuses.</exception>
    /// <exception cref="DataFileException">The folder cannot be written.</exception>
    public IReadOnlyList<SubmittedJob> Submit(IReadOnlyList<SlurmJob> jobs)
    {
        MakeFolders();
        var submitted = new List<SubmittedJob>();
        foreach (SlurmJob job in jobs)
        {
            AtomicFile.WriteText(job.Path, job.Script);
            foreach (int task in job.Tasks)
            {
                _states.Forget(job.Kind, task);
            }

            string after = submitted.Count > 0 ? submitted[^1].Id : "";
            submitted.Add(new SubmittedJob(SlurmCommands.Submit(job.CommandLine(after)), job.Kind, job.Tasks));

            // After every job: what was submitted before a refusal is known, and can be cancelled.
            new SubmittedJobs(_submission.Tasks, submitted).Write(_submission);
        }

        return submitted;
    }

    /// <summary>Waits until no job is left, and tells how many tasks of each have ended.</summary>
    public void Follow(
        IReadOnlyList<SubmittedJob> jobs, Action<SubmittedJob, int> progress, CancellationToken cancellation)
    {
        bool isActive = true;
        while (isActive)
        {
            isActive = SlurmCommands.Active(jobs.Select(job => job.Id)).Count > 0;
            foreach (SubmittedJob job in jobs)
            {
                progress(job, job.Tasks.Count(task => _states.CodeOf(job.Kind, task) is not null));
            }

            if (isActive)
            {
                cancellation.WaitHandle.WaitOne(_pause);
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>The tasks that were killed or left with another code than 0.</summary>
    public IReadOnlyList<FailedTask> Failed(IReadOnlyList<SubmittedJob> jobs) =>
    [
        .. from job in jobs
           from task in job.Tasks
           let code = _states.CodeOf(job.Kind, task)
           where code != 0
           select new FailedTask(
               FormattableString.Invariant($"{TaskScript.NameOf(job.Kind)} {task}"), code,
               _states.LogOf(job.Kind, task), [.. _states.EndOfLog(job.Kind, task)]),
    ];

    private void MakeFolders()
    {
        try
        {
            Directory.CreateDirectory(TaskStates.FolderOf(_submission));
            Directory.CreateDirectory(Path.GetDirectoryName(_states.LogOf(TaskKind.Report, 1)) ?? _submission.Folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(
                _submission.Folder, $"cannot be made ({e.Message}); choose another folder with --out.", e);
        }
    }
}
