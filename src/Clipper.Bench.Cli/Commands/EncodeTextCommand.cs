using System.CommandLine;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Stages;
using Clipper.Clip.Models;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper encode-text</c>: texts to embeddings.</summary>
internal static class EncodeTextCommand
{
    public static CliCommand Create()
    {
        var model = SharedOptions.Model();
        var texts = new Option<string[]>("--text")
        {
            Description = "Texts.",
            HelpName = "TEXT",
            AllowMultipleArgumentsPerToken = true,
        };
        var json = SharedOptions.Optional("--json", "FILE", "JSON array of texts, or of objects with 'text'.");
        var output = SharedOptions.OutFile("The safetensors file to write: embeddings [n, d], not normalised.");
        var vocabulary = SharedOptions.Optional(
            "--vocab", "FILE", "The model's vocabulary, where it does not lie beside the weights.");
        var truncate = SharedOptions.Flag("--truncate", "Cut texts that are too long instead of refusing them.");
        var threads = SharedOptions.Integer(
            "--threads", "Threads that encode; 0 = all cores.", standard: 0, least: 0, most: 4096);
        var device = SharedOptions.Device();
        var command = new CliCommand(
            "encode-text",
            "Turn texts into embeddings, with the text tower of a model.",
            "clipper encode-text --model models/ViT-B-32 --text \"a red star\" \"a blue ring\" --out texts.safetensors")
        {
            Options = { model, texts, json, output, vocabulary, truncate, threads, device },
            Execute = (parse, session) =>
            {
                var options = new TextOptions(
                    parse.GetRequiredValue(device),
                    parse.GetValue(threads),
                    parse.GetValue(vocabulary),
                    parse.GetValue(truncate));
                var stage = new EncodeTextStage(
                    ModelLoader.Describe(parse.GetRequiredValue(model)), options, parse.GetRequiredValue(output));
                return Run(stage, TextsOf(parse.GetValue(texts), parse.GetValue(json)), session);
            },
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(texts) is null == result.GetResult(json) is null)
            {
                result.AddError("encode-text needs either --text or --json.");
            }
        });
        return command;
    }

    private static IReadOnlyList<string> TextsOf(string[]? texts, string? file) =>
        file is null ? texts ?? [] : TextsFile.Read(file);

    private static int Run(EncodeTextStage stage, IReadOnlyList<string> texts, Session session)
    {
        int rows = ProgressDisplay.Show(session.Terminal, display => stage.Run(
            texts,
            new DirectProgress<int>(
                done => display.Advance($"encode with {stage.Model.Name}", done, texts.Count, "texts")),
            session.Cancellation));
        int length = stage.Model.RequireText().EmbeddingSize;
        session.Terminal.Note($"wrote {stage.Path}: {rows} embeddings of length {length}");
        return ExitCodes.Done;
    }
}
