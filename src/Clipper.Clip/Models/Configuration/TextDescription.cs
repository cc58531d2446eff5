using Clipper.Clip.Models.Weights;
using Clipper.Core.Errors;

namespace Clipper.Clip.Models.Configuration;

/// <summary>Finds out what the text tower of a model is. A tower that is missing or not understood is no error here:
/// the model still embeds images.</summary>
/// <param name="files">The model's files.</param>
/// <param name="checkpoint">Its weights.</param>
internal sealed class TextDescription(ModelFiles files, ModelCheckpoint checkpoint)
{
    /// <summary>The description with the text tower and the scale of its logits, or why there is none.</summary>
    public ModelDescription Add(ModelDescription description)
    {
        try
        {
            var shape = checkpoint.MeasureText();
            var switches = Stated(shape).Over(Configured(shape)).Over(Conventions(shape, description.Vision));
            return description with
            {
                Text = new SettingsAssembly(files.Weights).Text(shape, switches),
                LogitScale = checkpoint.LogitScale,
            };
        }
        catch (DataFileException problem)
        {
            return description with { TextProblem = problem.Message };
        }
    }

    private TextSwitches Stated(TextShape shape) => files.Find(ModelJson.FileName) is { } own
        ? ModelJson.ReadText(own, shape)
        : new TextSwitches();

    private TextSwitches Configured(TextShape shape)
    {
        if (files.Find(OpenClipConfig.FileName) is { } openClip)
        {
            return OpenClipConfig.ReadText(openClip, shape);
        }

        return files.Find("config.json") switch
        {
            null => new TextSwitches(),
            var config when OpenAIConfig.Matches(config) => OpenAIConfig.ReadText(config, shape),
            var config when HuggingFaceConfig.Matches(config) => HuggingFaceConfig.ReadText(config, shape),
            _ => new TextSwitches(),
        };
    }

    // OpenAI's code has one activation for both towers, and heads of 64 in both.
    private TextSwitches Conventions(TextShape shape, VisionSettings vision) => checkpoint.Names is OpenAINames
        ? new TextSwitches
        {
            Heads = shape.Width % ClipConventions.HeadWidth == 0 ? shape.Width / ClipConventions.HeadWidth : null,
            Activation = vision.Activation,
            LayerNormEps = ClipConventions.LayerNormEps,
        }
        : new TextSwitches();
}
