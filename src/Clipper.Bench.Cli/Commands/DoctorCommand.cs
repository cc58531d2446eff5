using Clipper.Bench.Cli.Doctor;
using Clipper.Bench.Runs;
using Clipper.Bench.Speed;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper doctor</c>: one page about this machine, to paste into an issue.</summary>
internal static class DoctorCommand
{
    public static CliCommand Create()
    {
        var paths = SharedOptions.Flag("--paths", "Show folders too; they can hold your name.");
        var json = SharedOptions.Json();
        return new CliCommand(
            "doctor", "Examine this machine: one page to paste into an issue.", "clipper doctor --paths")
        {
            Options = { paths, json },
            Execute = (parse, session) =>
            {
                Examination examination = Examine(new PathPrivacy(parse.GetValue(paths)));
                examination.Print(session.Terminal, parse.GetValue(json));
                return examination.HasProblems ? ExitCodes.Data : ExitCodes.Done;
            },
        };
    }

    private static Examination Examine(PathPrivacy privacy)
    {
        var examination = new Examination();
        MachineReport machine = MachineReport.Read();
        MeasuringConditions conditions = MeasuringConditions.Read();
        MachineCheck.Program(examination, machine, conditions);
        MachineCheck.Machine(examination, machine, conditions);
        MachineCheck.Disks(examination, privacy);
        LibraryCheck.Torch(examination, privacy);
        LibraryCheck.Codecs(examination);
        LibraryCheck.Gnuplot(examination);
        DataCheck.Look(examination, privacy);
        return examination;
    }
}
