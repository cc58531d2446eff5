using System.Globalization;

namespace Clipper.Bench.Clusters;

/// <summary>What became of the tasks: one file a task with its exit code, which a task that was killed does not
/// leave.</summary>
internal sealed class TaskStates(Submission submission)
{
    private const int LinesShown = 10;

    /// <summary>Where the files are.</summary>
    public static string FolderOf(Submission submission) => Path.Combine(submission.Folder, "state");

    /// <summary>The log of a task.</summary>
    public string LogOf(TaskKind kind, int task) => Path.Combine(
        submission.Folder, "logs",
        string.Create(CultureInfo.InvariantCulture, $"{TaskScript.NameOf(kind)}-{task}.log"));

    /// <summary>Forgets a task, before it is submitted again.</summary>
    public void Forget(TaskKind kind, int task)
    {
        File.Delete(PathOf(kind, task));
        File.Delete(LogOf(kind, task));
    }

    /// <summary>Exit code of a task; null where it has not ended, or was killed.</summary>
    public int? CodeOf(TaskKind kind, int task)
    {
        string path = PathOf(kind, task);
        return File.Exists(path)
            && int.TryParse(File.ReadAllText(path), CultureInfo.InvariantCulture, out int code) ? code : null;
    }

    /// <summary>The last lines of a task's log.</summary>
    public IEnumerable<string> EndOfLog(TaskKind kind, int task)
    {
        string path = LogOf(kind, task);
        return File.Exists(path) ? File.ReadLines(path).TakeLast(LinesShown) : [];
    }

    private string PathOf(TaskKind kind, int task) => Path.Combine(
        FolderOf(submission),
        string.Create(CultureInfo.InvariantCulture, $"{TaskScript.NameOf(kind)}-{task}"));
}
