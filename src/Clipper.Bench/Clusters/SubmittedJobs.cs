using Clipper.Bench.Files;

namespace Clipper.Bench.Clusters;

/// <summary>The jobs of the last submission, as <c>submission.json</c> keeps them.</summary>
/// <param name="Tasks">In how many tasks the run is split.</param>
/// <param name="Jobs">The jobs, in order.</param>
public sealed record SubmittedJobs(int Tasks, IReadOnlyList<SubmittedJob> Jobs)
{
    /// <summary>Reads the file; null where nothing was submitted.</summary>
    public static SubmittedJobs? Read(Submission submission)
    {
        string path = PathOf(submission);
        return File.Exists(path) ? SealedJson.Read<SubmittedJobs>(path) : null;
    }

    /// <summary>Writes the file.</summary>
    public void Write(Submission submission) => SealedJson.Write(PathOf(submission), this);

    private static string PathOf(Submission submission) => Path.Combine(submission.Folder, "submission.json");
}
