using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Clipper.Bench.Cli.Help;

namespace Clipper.Bench.Cli.Commands;

/// <summary>All commands of <c>clipper</c>. Building it reads no file and loads no library, so that help is
/// quick.</summary>
internal static class CommandTree
{
    private const int HelpWidth = 100;

    /// <summary>A new tree.</summary>
    public static RootCommand Build()
    {
        var root = new RootCommand("Benchmarks weight imprinting on CLIP image embeddings: the paper CLIPPER.");
        root.Options.Clear();
        root.Options.Add(new HelpOption("--help", "-h") { Action = new HelpWithExamples(HelpWidth) });
        root.Options.Add(new VersionOption("--version") { Action = new VersionText() });
        root.Options.Add(SharedOptions.Quiet());
        foreach (CliCommand command in Commands())
        {
            root.Subcommands.Add(command);
        }

        return root;
    }

    /// <summary>The words that lead to a command, e.g. <c>clipper datasets list</c>.</summary>
    public static string PathOf(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{PathOf(parent)} {result.Command.Name}" : "clipper";

    private static IEnumerable<CliCommand> Commands() =>
    [
        DemoCommand.Create(),
        RunCommand.Create(),
        RunCellCommand.Create(),
        PlanCommand.Create(),
        ValidateCommand.Create(),
        ShowCommand.Create(),
        SubmitCommand.Create(),
        ReportCommand.Create(),
        CompareCommand.Create(),
        PaperCommand.Create(),
        PreprocessCommand.Create(),
        EmbedCommand.Create(),
        EncodeTextCommand.Create(),
        TokenizeCommand.Create(),
        ImprintCommand.Create(),
        PredictCommand.Create(),
        MetricsCommand.Create(),
        DatasetsCommand.Create(),
        ModelsCommand.Create(),
        CacheCommand.Create(),
        DoctorCommand.Create(),
        BenchCommand.Create(),
        CompletionCommand.Create(),
    ];
}
