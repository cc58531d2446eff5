using System.CommandLine;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Stages;
using Clipper.Clip.Imaging;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper preprocess</c>: images to pixels.</summary>
internal static class PreprocessCommand
{
    public static CliCommand Create()
    {
        var images = new Argument<string[]>("IMAGES")
        {
            Description = "Image files, or folders of them (JPEG, PNG, GIF, BMP, TIFF).",
            Arity = ArgumentArity.OneOrMore,
        };
        var size = SharedOptions.Integer("--size", "Side of the square result in pixels.", 224, least: 1, most: 4096);
        var order = SharedOptions.OneOf(
            "--order", "Convert to RGB last (openai) or first (hf).", ["openai", "hf"], "openai");
        var detour = SharedOptions.OneOf(
            "--detour",
            "Resize first as the paper's loaders (tf224, as Keras) and notebooks (cv80 to cv224, as OpenCV) did.",
            [.. PreprocessDetours.All.Select(each => each.Name)],
            PreprocessDetours.NameOf(PreprocessDetour.None));
        var output = SharedOptions.OutFile("The safetensors file to write: u8/<name> and f32/<name> of every image.");
        return new CliCommand(
            "preprocess",
            "Turn images into the pixels that CLIP sees, bit for bit as Pillow does it.",
            "clipper preprocess photos/ --size 224 --out pixels.safetensors")
        {
            Arguments = { images },
            Options = { size, order, detour, output },
            Execute = (parse, session) => Preprocess(
                parse.GetRequiredValue(images),
                PreprocessSpec.Clip(parse.GetValue(size)) with
                {
                    Order = parse.GetValue(order) == "hf" ? PreprocessOrder.HuggingFace : PreprocessOrder.OpenAI,
                    Detour = PreprocessDetours.All.First(each => each.Name == parse.GetValue(detour)).Detour,
                },
                parse.GetRequiredValue(output),
                session),
        };
    }

    private static int Preprocess(string[] paths, PreprocessSpec spec, string output, Session session)
    {
        IReadOnlyList<ImageFile> images = ImageFiles.Expand(paths);
        ProgressDisplay.Show(session.Terminal, display =>
        {
            var progress = new DirectProgress<int>(done => display.Advance("preprocess", done, images.Count, "images"));
            new PreprocessStage(spec).Run(images, output, progress, session.Cancellation);
            return images.Count;
        });
        session.Terminal.Note($"wrote {output}: {images.Count} images of {spec.Size}×{spec.Size}");
        return ExitCodes.Done;
    }
}
