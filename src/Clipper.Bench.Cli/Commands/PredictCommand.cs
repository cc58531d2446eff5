using Clipper.Bench.Stages;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper predict</c>: a head and embeddings to scores.</summary>
internal static class PredictCommand
{
    private const double UsualThreshold = 0.5;

    public static CliCommand Create()
    {
        var head = SharedOptions.Required("--head", "HEAD", "The head, as 'clipper imprint' writes it.");
        var embeddings = SharedOptions.Required("--embeddings", "FILE[:TENSOR]", "Query embeddings.");
        var threshold = SharedOptions.Threshold(
            "mwi predicts the classes with score >= T [default: 0.5]; wi takes the best.");
        var output = SharedOptions.OutFile("The CSV to write: id,predicted,<class>,… with a score a class.");
        return new CliCommand(
            "predict",
            "Score embeddings with a head.",
            "clipper predict --head head.safetensors --embeddings query.safetensors --out scores.csv --threshold 0.6")
        {
            Options = { head, embeddings, threshold, output },
            Execute = (parse, session) =>
            {
                string path = parse.GetRequiredValue(output);
                var stage = new PredictStage(
                    HeadFile.Read(parse.GetRequiredValue(head)), (float)(parse.GetValue(threshold) ?? UsualThreshold));
                var queries = EmbeddingsFile.Read(TensorSource.Parse(parse.GetRequiredValue(embeddings)));
                stage.Save(stage.Score(queries, path));
                session.Terminal.Note($"wrote {path}: {queries.Ids.Count} samples, {stage.Head.Classes.Count} classes");
                return ExitCodes.Done;
            },
        };
    }
}
