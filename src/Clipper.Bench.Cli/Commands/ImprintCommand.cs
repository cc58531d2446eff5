using Clipper.Bench.Stages;
using Clipper.Core.Errors;
using Clipper.Core.Imprinting;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper imprint</c>: labelled embeddings to a head.</summary>
internal static class ImprintCommand
{
    public static CliCommand Create()
    {
        var embeddings = SharedOptions.Required(
            "--embeddings", "FILE[:TENSOR]", "Support embeddings, as 'clipper embed' writes them.");
        var labels = SharedOptions.Required(
            "--labels", "CSV", "'id,labels' or 'row,labels'; several labels separated by ';'.");
        var head = SharedOptions.OneOf(
            "--head", "wi: one class a sample (softmax); mwi: any number (sigmoid).", ["wi", "mwi"]);
        var append = SharedOptions.Optional("--append", "HEAD", "Add the labels as new classes to this head.");
        var classes = SharedOptions.Optional(
            "--classes", "NAMES", "Further classes, separated by ';'; without support they are kept but never win.");
        var byPosition = SharedOptions.Flag("--by-position", "Line i of the labels is row i, whatever the ids.");
        var output = SharedOptions.OutFile("The head to write (safetensors).");
        return new CliCommand(
            "imprint",
            "Turn labelled embeddings into a classifier by weight imprinting.",
            "clipper imprint --embeddings support.safetensors --labels support.csv --head mwi --out head.safetensors",
            "clipper imprint --embeddings e.safetensors --labels new.csv --append h.safetensors --out h2.safetensors")
        {
            Options = { embeddings, labels, head, append, classes, byPosition, output },
            Execute = (parse, session) =>
            {
                var stage = new ImprintStage(
                    EmbeddingsFile.Read(TensorSource.Parse(parse.GetRequiredValue(embeddings))),
                    LabelsFile.Read(parse.GetRequiredValue(labels)),
                    parse.GetValue(byPosition));
                string[] further = parse.GetValue(classes)?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? [];
                ImprintedHead<float> imprinted = Imprint(stage, parse.GetValue(head), parse.GetValue(append), further);
                HeadFile.Save(imprinted, parse.GetRequiredValue(output));
                session.Terminal.Note(
                    $"wrote {parse.GetRequiredValue(output)}: {HeadFile.NameOf(imprinted.Kind)}, "
                    + $"{imprinted.Classes.Count} classes, from {stage.Labels.Rows.Count} samples");
                return ExitCodes.Done;
            },
        };
    }

    private static ImprintedHead<float> Imprint(ImprintStage stage, string? kind, string? append, string[] further)
    {
        if (append is null)
        {
            return kind is not null
                ? stage.Imprint(HeadFile.Parse(kind), further)
                : throw new UsageException("imprint needs --head wi or --head mwi, or a head with --append HEAD.");
        }

        ImprintedHead<float> head = HeadFile.Read(append);
        return kind is null || HeadFile.Parse(kind) == head.Kind
            ? stage.Append(head, further)
            : throw new UsageException($"--head {kind}: '{append}' is {HeadFile.NameOf(head.Kind)}; leave --head out.");
    }
}
