namespace Clipper.Core.Errors;

/// <summary>A data, model or cache file that cannot be used as it is (exit code 2).</summary>
public class DataFileException : UserException
{
    /// <summary>Makes <c>path: problem</c>.</summary>
    /// <param name="path">The file or folder, as the user named it.</param>
    /// <param name="problem">What is wrong, what was expected, and how to fix it.</param>
    /// <param name="inner">The cause, where there is one.</param>
    public DataFileException(string path, string problem, Exception? inner = null)
        : base($"{path}: {problem}", inner)
    {
        Path = path;
        Problem = problem;
    }

    /// <summary>The file or folder, as the user named it.</summary>
    public string Path { get; }

    /// <summary>What is wrong with it.</summary>
    public string Problem { get; }

    /// <inheritdoc />
    public override int ExitCode => 2;
}
