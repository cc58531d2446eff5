namespace Clipper.Bench.Cli;

/// <summary>How this program is started again.</summary>
internal static class ThisProgram
{
    /// <summary>The program, or <c>dotnet</c> and its assembly where it was started so.</summary>
    public static string[] Command()
    {
        string program = Environment.ProcessPath ?? "clipper";
        return Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? [program, Path.Combine(AppContext.BaseDirectory, "clipper.dll")]
            : [program];
    }
}
