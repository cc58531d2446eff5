using System.CommandLine;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Datasets.Preparation;
using Clipper.Bench.Downloads;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper datasets prepare</c>: puts a data set into its folder.</summary>
internal static class DatasetsPrepareCommand
{
    public static CliCommand Create()
    {
        var name = new Argument<string>("NAME") { Description = "A data set of 'clipper datasets list'." };
        var from = new Option<string[]>("--from")
        {
            Description = "Official archives that you have, or an archive that holds them.",
            HelpName = "ARCHIVE",
            AllowMultipleArgumentsPerToken = true,
        };
        var root = SharedOptions.Text("--root", "DIR", "Folder of the data set; empty = CLIPPER_DATA/<name>.", "");
        var proxy = SharedOptions.Address("--proxy", "Proxy [default: that of HTTPS_PROXY].", "socks5");
        var offline = SharedOptions.Flag("--offline", "Never open a network connection.");
        var json = SharedOptions.Json();
        return new CliCommand(
            "prepare",
            "Link, unpack or fetch the files of a data set; say what a person has to do and why.",
            "clipper datasets prepare cifar10 --from cifar-10-binary.tar.gz",
            "clipper datasets prepare imagenet-a")
        {
            Arguments = { name },
            Options = { from, root, proxy, offline, json },
            IsResumable = true,
            Execute = (parse, session) =>
            {
                var options = new DownloadOptions { Proxy = parse.GetValue(proxy) };
                PreparationReport report = ProgressDisplay.Show(session.Terminal, display =>
                {
                    using Downloader? downloader =
                        parse.GetValue(offline) ? null : new(options, new DownloadDisplay(display));
                    var preparation = new DatasetPreparation(
                        parse.GetRequiredValue(name), parse.GetRequiredValue(root), downloader,
                        new DirectProgress<int>(done => NoteEvery(done, display)));
                    return preparation.Run(parse.GetValue(from) ?? [], session.Cancellation);
                });
                PreparationText.Print(report, parse.GetValue(json), session.Terminal);
                return report.IsThere ? ExitCodes.Done : ExitCodes.Data;
            },
        };
    }

    // How many files an archive holds is known only at its end, so there is no bar.
    private static void NoteEvery(int done, IProgressDisplay display)
    {
        if (done % 10_000 == 0)
        {
            display.Note(FormattableString.Invariant($"{done} files unpacked"));
        }
    }
}
