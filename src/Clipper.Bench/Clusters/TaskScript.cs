using System.Globalization;
using System.Text;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Clusters;

/// <summary>The shell script of a job: runs one task and notes its exit code, so that what became of a task is known
/// without the scheduler's accounting.</summary>
internal static class TaskScript
{
    /// <summary>The script of a kind of task; the number of the task is in SLURM_ARRAY_TASK_ID.</summary>
    public static string Of(Submission submission, TaskKind kind)
    {
        var script = new StringBuilder("#!/bin/sh\n# Written by 'clipper submit'; docs/cluster.md.\n");
        foreach ((string name, string value) in Submission.PassedOn())
        {
            script.Append("export ").Append(name).Append('=').Append(ShellLine.Of([value])).Append('\n');
        }

        string states = ShellLine.Of([TaskStates.FolderOf(submission)]);
        return script
            .Append("cd ").Append(ShellLine.Of([Directory.GetCurrentDirectory()])).Append(" || exit 2\n")
            .Append("task=${SLURM_ARRAY_TASK_ID:-1}\n")
            .Append("state=").Append(states).Append('/').Append(NameOf(kind)).Append("-$task\n")
            .Append(CommandOf(submission, kind)).Append('\n')
            .Append("code=$?\n")
            .Append("echo $code >\"$state.part\" && mv \"$state.part\" \"$state\"\n")
            .Append("exit $code\n").ToString();
    }

    /// <summary>Name of a kind in files and jobs.</summary>
    public static string NameOf(TaskKind kind) => kind switch
    {
        TaskKind.Embed => "embed",
        TaskKind.Cells => "cells",
        _ => "report",
    };

    private static string CommandOf(Submission submission, TaskKind kind) => kind switch
    {
        TaskKind.Embed => ShardOf(submission, "--embed-only"),
        TaskKind.Cells => ShardOf(submission, "--no-report"),
        _ => ShellLine.Of([.. submission.Program, "report", submission.Results]),
    };

    private static string ShardOf(Submission submission, string option) =>
        $"{ShellLine.Of([.. submission.RunWords(), option])} --shard \"$task/"
        + submission.Tasks.ToString(CultureInfo.InvariantCulture) + "\"";
}
