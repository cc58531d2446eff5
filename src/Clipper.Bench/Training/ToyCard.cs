using System.Globalization;
using System.Text;
using Clipper.Clip.Models;

namespace Clipper.Bench.Training;

/// <summary>The card that lies beside the weights: what the model is, what it was trained on, what it can do, what it
/// is not.</summary>
internal static class ToyCard
{
    /// <summary>Writes it as Markdown.</summary>
    public static string Write(ToyOptions options, ToyModel result)
    {
        var card = new StringBuilder($"""
            # {ToyRecipe.Name}

            A tiny two-tower CLIP that shows the pipeline. **Its results are not those of the paper**, nor of any CLIP
            that was trained on photographs: it knows drawn shapes and nothing else.

            | | |
            |---|---|

            """);
        AddFacts(card, options, result);
        AddStory(card, options);
        AddFigures(card, result.Exam);
        return card.ToString();
    }

    private static void AddFacts(StringBuilder card, ToyOptions options, ToyModel result)
    {
        VisionSettings vision = result.Model.Vision;
        TextSettings text = result.Model.RequireText();
        Row(card, "image tower", $"ViT, {vision.ImageSize} × {vision.ImageSize} pixels, patches of {vision.PatchSize}, "
            + $"width {vision.Width}, {vision.Layers} blocks, mean of the patches");
        Row(card, "text tower", $"causal transformer, context {text.ContextLength}, width {text.Width}, "
            + $"{text.Layers} blocks, {text.VocabularySize} tokens of its own byte-pair vocabulary");
        Row(card, "embedding", $"{vision.EmbeddingSize}");
        Row(card, "parameters", $"{result.Model.ParameterCount}, stored as float16 ({result.Size} bytes)");
        Row(card, "`model.safetensors`", $"SHA-256 `{result.Model.WeightsHash}`");
        Row(card, "made by", $"`clipper models train-toy --seed {options.Seed} --steps {options.Steps}`");
        Row(card, "commit", $"{options.Commit}");
        Row(card, "licence", $"{ToyRecipe.Licence}, as Clipper.Bench; no picture or text of others went into it");
    }

    private static void AddStory(StringBuilder card, ToyOptions options) => card.Append(
        CultureInfo.InvariantCulture,
        $"""

        **Data.** Pictures of the embedded data set `shapes` (1 or 2 coloured shapes on 64 × 64 pixels, with textures,
        noise, rotation, scale), drawn as they were needed, each seen once, with captions that name objects, shapes or
        colours. They show {HeldOutExam.Taught.Count} combinations of shape and colour.
        {HeldOutExam.HeldOut.Count} more were held out to examine it by. The 72 combinations that the data set's
        classes consist of were used for neither.

        **Training.** AdamW, symmetric contrastive loss, {options.Steps} steps, seed {options.Seed}. The same seed gives
        the same bytes on machines that compute with the same libtorch and BLAS kernels.

        **Held-out figures**, on new pictures of the held-out combinations, with the weights as stored:

        | figure | value | chance |
        |---|---|---|

        """);

    private static void AddFigures(StringBuilder card, ExamFigures exam)
    {
        Row(card, "zero-shot accuracy, one object, 72 names", $"{Figure(exam.ZeroShotAccuracy)} | 0.014");
        Row(card, "accuracy of weights imprinted from 5 pictures a class, 12 classes",
            $"{Figure(exam.ImprintedAccuracy)} | 0.083");
        Row(card, "zero-shot mAP, 1 or 2 objects, 24 labels", $"{Figure(exam.ZeroShotMap)} | about 0.2");
        Row(card, "mAP of `mwi`, 5-way 5-shot, 1 or 2 objects, held-out combinations among all for training",
            $"{Figure(exam.ImprintedMap)} | about 0.3");
    }

    private static string Figure(double value) => value.ToString("F3", CultureInfo.InvariantCulture);

    private static void Row(StringBuilder card, string name, string value) =>
        card.Append(CultureInfo.InvariantCulture, $"| {name} | {value} |\n");
}
