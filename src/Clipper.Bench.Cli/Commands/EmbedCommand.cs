using System.CommandLine;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Stages;
using Clipper.Clip.Models;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper embed</c>: images or pixels to embeddings.</summary>
internal static class EmbedCommand
{
    public static CliCommand Create()
    {
        var model = SharedOptions.Model();
        var images = new Option<string[]>("--images")
        {
            Description = "Image files, or folders of them (JPEG, PNG, GIF, BMP, TIFF).",
            HelpName = "DIR|FILES",
            AllowMultipleArgumentsPerToken = true,
        };
        var pixels = SharedOptions.Optional(
            "--pixels",
            "FILE[:TENSOR]",
            "uint8 [n,S,S,3], float32 [n,3,S,S] (normalised), or what 'clipper preprocess' wrote.");
        var output = SharedOptions.OutFile("The safetensors file to write: embeddings [n, d], not normalised.");
        var batch = SharedOptions.Integer("--batch", "Images a forward pass; no number depends on it.", 8, 1, 4096);
        var threads = SharedOptions.Threads();
        var device = SharedOptions.Device();
        var dtype = SharedOptions.OneOf(
            "--dtype",
            "Numbers of the linear layers: bf16 and fp16 are quicker where the device has them.",
            [.. Precisions.All.Select(precision => precision.Name)],
            "fp32");
        var onBadImage = SharedOptions.OneOf(
            "--on-bad-image", "An unreadable image ends it, or is left out and named.", ["fail", "skip"], "fail");
        var command = new CliCommand(
            "embed",
            "Turn images into embeddings. Image files go through the embedding cache.",
            "clipper embed --model models/ViT-B-32 --images photos/ --out embeddings.safetensors",
            "clipper embed --model random:0 --pixels pixels.safetensors:images_u8 --out embeddings.safetensors")
        {
            Options = { model, images, pixels, output, batch, threads, device, dtype, onBadImage },
            Execute = (parse, session) =>
            {
                var options = new EmbeddingOptions(
                    Device: parse.GetRequiredValue(device),
                    Batch: parse.GetValue(batch),
                    Workers: parse.GetValue(threads),
                    OnBadImage: parse.GetValue(onBadImage) == "skip" ? BadImagePolicy.Skip : BadImagePolicy.Fail,
                    Precision: Precisions.Parse(parse.GetRequiredValue(dtype)));
                var stage = new EmbedStage(
                    ModelLoader.Describe(parse.GetRequiredValue(model)), options, parse.GetRequiredValue(output));
                return parse.GetValue(pixels) is { } source
                    ? EmbedPixels(stage, TensorSource.Parse(source), session)
                    : EmbedImages(stage, ImageFiles.Expand(parse.GetValue(images) ?? []), session);
            },
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(images) is null == result.GetResult(pixels) is null)
            {
                result.AddError("embed needs either --images or --pixels.");
            }
        });
        return command;
    }

    private static int EmbedImages(EmbedStage stage, IReadOnlyList<ImageFile> images, Session session)
    {
        EmbedOutcome outcome = ProgressDisplay.Show(
            session.Terminal,
            display => stage.EmbedImages(images, display.Warn, ProgressOf(display), session.Cancellation));
        foreach ((string id, string reason) in outcome.Skipped)
        {
            session.Terminal.Warn($"left out: {id}: {reason}");
        }

        return Done(stage, outcome, session);
    }

    private static int EmbedPixels(EmbedStage stage, TensorSource source, Session session)
    {
        using PixelsFile pixels = PixelsFile.Open(source, stage.Model.Preprocess);
        EmbedOutcome outcome = ProgressDisplay.Show(
            session.Terminal, display => stage.EmbedPixels(pixels, ProgressOf(display), session.Cancellation));
        return Done(stage, outcome, session);
    }

    private static DirectProgress<EmbeddingProgress> ProgressOf(IProgressDisplay display) =>
        new(progress => display.Advance($"embed with {progress.Model}", progress.Done, progress.Total, "images"));

    private static int Done(EmbedStage stage, EmbedOutcome outcome, Session session)
    {
        if (outcome.Timing is { } timing)
        {
            session.Terminal.Note(timing);
        }

        session.Terminal.Note(
            $"wrote {stage.Path}: {outcome.Rows} embeddings of length {stage.Model.Vision.EmbeddingSize}");
        return ExitCodes.Done;
    }
}
