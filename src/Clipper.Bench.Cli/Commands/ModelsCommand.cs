using System.CommandLine;
using Clipper.Bench.Cli.Output;
using Clipper.Clip.Models;
using Clipper.Clip.Models.Registry;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper models</c>: <c>list</c>, <c>info</c>, <c>pull</c>, <c>convert</c> and
/// <c>train-toy</c>.</summary>
internal static class ModelsCommand
{
    public static CliCommand Create() => new(
        "models", "Fetch models, look into them, convert them.", "clipper models list")
    {
        Subcommands = { List(), Info(), ModelsPullCommand.Create(), Convert(), ModelsTrainToyCommand.Create() },
    };

    private static CliCommand List()
    {
        var json = SharedOptions.Json();
        return new CliCommand(
            "list", "List the registered models and which of them are here.", "clipper models list --json")
        {
            Options = { json },
            Execute = (parse, session) =>
            {
                RegisteredModels.Print(
                    ModelRegistry.Default, new ModelsFolder(), parse.GetValue(json), session.Terminal);
                return ExitCodes.Done;
            },
        };
    }

    private static CliCommand Info()
    {
        var model = new Argument<string>("MODEL")
        {
            Description = "Registered name, folder or weights file, or random:<seed>.",
        };
        var json = SharedOptions.Json();
        return new CliCommand(
            "info",
            "Say what a model is: both towers, switches, pixels, hash, licence. It is not loaded.",
            "clipper models info random:0",
            "clipper models info ViT-B/32")
        {
            Arguments = { model },
            Options = { json },
            Execute = (parse, session) =>
            {
                FactsOf(parse.GetRequiredValue(model)).Print(session.Terminal, parse.GetValue(json));
                return ExitCodes.Done;
            },
        };
    }

    private static CliCommand Convert()
    {
        var source = new Argument<string>("SOURCE") { Description = "Folder or weights file of any format." };
        var folder = SharedOptions.Required("--out", "FOLDER", "A new or empty folder.");
        var json = SharedOptions.Json();
        return new CliCommand(
            "convert",
            "Write a model as model.safetensors and model.json, which states every switch.",
            "clipper models convert ViT-B-32.pt --out models/ViT-B-32")
        {
            Arguments = { source },
            Options = { folder, json },
            Execute = (parse, session) =>
            {
                string target = parse.GetRequiredValue(folder);
                ConvertedModel model = ModelConversion.Convert(parse.GetRequiredValue(source), target);
                new FactList()
                    .Add("folder", target)
                    .Add("tensors", model.Tensors)
                    .Add("tensors_sha256", model.TensorsHash)
                    .Add("weights_sha256", model.Description.WeightsHash)
                    .Print(session.Terminal, parse.GetValue(json));
                return ExitCodes.Done;
            },
        };
    }

    private static FactList FactsOf(string name)
    {
        if (ModelRegistry.Default.Find(name) is not { } registered)
        {
            return ModelFacts.Of(ModelLoader.Describe(name));
        }

        var folder = new ModelsFolder();
        bool isModel = registered.Kind == RegisteredKind.Clip;
        if (isModel && folder.PresenceOf(registered) == ModelPresence.Present)
        {
            return RegisteredModels.AddTo(ModelFacts.Of(ModelLoader.Describe(name)), registered, folder);
        }

        FactList facts = RegisteredModels.AddTo(new FactList().Add("name", name), registered, folder);
        return registered.Summary is { } summary ? RegisteredModels.AddTo(facts, summary) : facts;
    }
}
