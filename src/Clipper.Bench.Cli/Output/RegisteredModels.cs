using Clipper.Clip.Files;
using Clipper.Clip.Models.Registry;

namespace Clipper.Bench.Cli.Output;

/// <summary>How registered models are shown.</summary>
internal static class RegisteredModels
{
    /// <summary>Prints a line a model, or a JSON array.</summary>
    public static void Print(ModelRegistry registry, ModelsFolder folder, bool asJson, Terminal terminal)
    {
        if (asJson)
        {
            JsonOutput.Print(terminal, json =>
            {
                json.WriteStartArray();
                foreach (RegisteredModel model in registry.Models)
                {
                    AddTo(new FactList().Add("name", model.Name), model, folder).WriteTo(json);
                }

                json.WriteEndArray();
            });
            return;
        }

        var table = new TextTable("name", "kind", "state", ">size", "folder");
        foreach (RegisteredModel model in registry.Models)
        {
            table.Row(
                model.Name, KindOf(model), StateOf(model, folder), ByteSize.Text(folder.SizeOf(model)),
                folder.PathOf(model));
        }

        table.Print(terminal);
    }

    /// <summary>Adds what the registry knows of a model.</summary>
    public static FactList AddTo(FactList facts, RegisteredModel model, ModelsFolder folder)
    {
        facts.Add("kind", KindOf(model))
            .Add("about", model.About)
            .Add("licence", model.Licence)
            .Add("source", model.Source?.ToString() ?? "this project")
            .Add("state", StateOf(model, folder))
            .Add("folder", folder.PathOf(model))
            .Add("bytes", (double)folder.SizeOf(model))
            .Add("files", [.. model.Files.Select(file => file.Name)])
            .Add("files_sha256", [.. model.Files.Select(file => file.Sha256)])
            .Add("origins", [.. model.Files.Select(file => file.Origin.ToString())]);
        return facts;
    }

    /// <summary>Adds the architecture that a model will have when it is there.</summary>
    public static FactList AddTo(FactList facts, ModelSummary summary) => facts
        .Add("image_size", summary.ImageSize)
        .Add("patch_size", summary.PatchSize)
        .Add("width", summary.Width)
        .Add("layers", summary.Layers)
        .Add("embedding_size", summary.EmbeddingSize)
        .Add("text_width", summary.TextWidth)
        .Add("text_layers", summary.TextLayers)
        .Add("parameters", (double)summary.Parameters);

    private static string KindOf(RegisteredModel model) => model.Kind switch
    {
        RegisteredKind.Vocabulary => "vocabulary",
        _ => "clip",
    };

    private static string StateOf(RegisteredModel model, ModelsFolder folder) => folder.PresenceOf(model) switch
    {
        ModelPresence.Present => model.IsEmbedded ? "embedded" : "here",
        ModelPresence.Partial => "interrupted",
        _ => "not pulled",
    };
}
