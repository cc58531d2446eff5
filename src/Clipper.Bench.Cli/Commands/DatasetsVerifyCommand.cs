using System.CommandLine;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Datasets;
using Clipper.Bench.Datasets.Verification;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper datasets verify</c>: checks a data set that is there.</summary>
internal static class DatasetsVerifyCommand
{
    public static CliCommand Create()
    {
        var name = new Argument<string>("NAME") { Description = "A data set of 'clipper datasets list'." };
        var variant = SharedOptions.Text("--variant", "NAME", "Form of the data set; empty = the usual one.", "");
        var split = SharedOptions.Text("--split", "NAME", "Part of it; empty = all official ones.", "");
        var root = SharedOptions.Text("--root", "DIR", "Folder of the data set; empty = CLIPPER_DATA/<name>.", "");
        var mode = SharedOptions.OneOf(
            "--mode", "Images in two splits are an error, or in paper mode a warning.", ["corrected", "paper"],
            "corrected");
        var fresh = SharedOptions.Flag("--fresh", "Decode also what an earlier call has decoded.");
        var threads = SharedOptions.Threads();
        var json = SharedOptions.Json();
        return new CliCommand(
            "verify",
            "Check files, counts, that every image decodes and that no image is in two splits; exit 2 if not.",
            "clipper datasets verify omniglot",
            "clipper datasets verify cifar10 --split test --json")
        {
            Arguments = { name },
            Options = { variant, split, root, mode, fresh, threads, json },
            IsResumable = true,
            Execute = (parse, session) =>
            {
                var request = new DatasetRequest(
                    parse.GetRequiredValue(name), parse.GetRequiredValue(variant), parse.GetRequiredValue(root),
                    Split: parse.GetRequiredValue(split));
                var verifier = new DatasetVerifier(request, new DatasetOptions(Warn: session.Terminal.Warn))
                {
                    AsPaper = parse.GetValue(mode) == "paper",
                    IsFresh = parse.GetValue(fresh),
                    Threads = parse.GetValue(threads),
                };
                VerificationReport report = ProgressDisplay.Show(session.Terminal, display => verifier.Run(
                    new DirectProgress<VerificationProgress>(p => display.Advance(p.Part, p.Done, p.Total, "images")),
                    session.Cancellation));
                VerificationText.Print(report, parse.GetValue(json), session.Terminal);
                return report.Problems.Count > 0 ? ExitCodes.Data : ExitCodes.Done;
            },
        };
    }
}
