using System.CommandLine;
using System.CommandLine.Completions;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Downloads;
using Clipper.Bench.Models;
using Clipper.Clip.Files;
using Clipper.Clip.Models.Registry;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper models pull</c>: fetches registered models.</summary>
internal static class ModelsPullCommand
{
    public static CliCommand Create()
    {
        var names = new Argument<string[]>("NAME")
        {
            Description = "Registered models, as 'clipper models list' shows them.",
            Arity = ArgumentArity.OneOrMore,
        };
        names.CompletionSources.Add(_ => ModelRegistry.Default.Names.Select(
            name => new CompletionItem(name)));
        var mirror = SharedOptions.Address("--mirror", "Fetch URL/FILE-NAME; the SHA-256 must be the published one.");
        var proxy = SharedOptions.Address("--proxy", "Proxy [default: that of HTTPS_PROXY].", "socks5");
        var offline = SharedOptions.Flag("--offline", "Never open a network connection: check what is there.");
        var force = SharedOptions.Flag("--force", "Fetch again what is there.");
        return new CliCommand(
            "pull",
            "Fetch registered models, check their SHA-256; goes on where it was interrupted.",
            "clipper models pull ViT-B/32",
            "clipper models pull ViT-L/14 --mirror https://mirror.example.org/clip")
        {
            Arguments = { names },
            Options = { mirror, proxy, offline, force },
            IsResumable = true,
            Execute = (parse, session) =>
            {
                var options = new DownloadOptions
                {
                    IsOffline = parse.GetValue(offline),
                    Proxy = parse.GetValue(proxy),
                };
                return ProgressDisplay.Show(session.Terminal, display =>
                {
                    using var downloader = new Downloader(options, new DownloadDisplay(display));
                    var pull = new ModelPull(ModelRegistry.Default, new ModelsFolder(), downloader)
                    {
                        Mirror = parse.GetValue(mirror),
                        IsForced = parse.GetValue(force),
                    };
                    return Pull(pull, parse.GetRequiredValue(names), session);
                });
            },
        };
    }

    private static int Pull(ModelPull pull, string[] names, Session session)
    {
        foreach (RegisteredModel model in pull.Find(names))
        {
            PulledModel pulled = pull.Pull(model, session.Cancellation);
            string state = pulled.WasThere ? "there already and right" : ByteSize.Text(model.Size);
            session.Terminal.Note($"{model.Name}: {state}; licence {model.Licence}");
            session.Terminal.Output.WriteLine(pulled.Folder);
        }

        return ExitCodes.Done;
    }
}
