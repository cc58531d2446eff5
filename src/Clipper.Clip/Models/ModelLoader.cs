using Clipper.Clip.Models.Configuration;
using Clipper.Clip.Models.Weights;
using Clipper.Clip.Text;
using Clipper.Core.Errors;

namespace Clipper.Clip.Models;

/// <summary>Finds out what a model is from its files alone, without libtorch (docs/formats.md, "Model
/// folders").</summary>
public static class ModelLoader
{
    /// <summary>Reads a folder or a weights file; or <c>random:&lt;seed&gt;[:key=value,…]</c> for a seeded random
    /// tiny ViT.</summary>
    /// <param name="model">Path or <c>random:…</c>.</param>
    /// <exception cref="DataFileException">Missing, damaged, or a switch that cannot be derived
    /// and is not stated in model.json.</exception>
    /// <exception cref="UsageException">A <c>random:…</c> that cannot be read.</exception>
    public static ModelDescription Describe(string model)
    {
        if (RandomModel.Matches(model))
        {
            return RandomModel.Describe(model);
        }

        var files = ModelFiles.Locate(model);
        using var checkpoint = ModelCheckpoint.Open(files.Weights);
        var shape = checkpoint.Vision;
        var own = files.Find(ModelJson.FileName);
        var openClip = files.Find(OpenClipConfig.FileName);
        var stated = own is null ? new ModelSwitches() : ModelJson.Read(own, shape);
        var switches = stated.Over(Configured(files, openClip, checkpoint)).Over(Named(checkpoint));
        if (checkpoint.Pooling is { } shown && switches.Pooling != shown)
        {
            throw new DataFileException(
                files.Weights, $"pooling is stated as {switches.Pooling}, but the tensors are those of {shown}.");
        }

        var assembly = new SettingsAssembly(files.Weights);
        var vision = assembly.Vision(shape, switches);
        var description = new ModelDescription(
            own?.Text("name") ?? files.Name,
            files.Weights,
            checkpoint.ComputeSha256(),
            openClip is null ? checkpoint.Names.Format : "open_clip",
            vision,
            assembly.Pixels(vision.ImageSize, switches))
        {
            Container = checkpoint.Container,
            VocabularyPath = BpeVocabulary.IsIn(files.Folder) ? files.Folder : null,
            Licence = (own is null ? null : ModelJson.Licence(own)) ?? ModelCard.Licence(files.Folder),
        };
        return new TextDescription(files, checkpoint).Add(description);
    }

    // What the names alone tell where no file says otherwise.
    private static ModelSwitches Named(ModelCheckpoint checkpoint) => checkpoint.Names switch
    {
        OpenAINames => ClipConventions.For(checkpoint.Vision),
        HuggingFaceNames => new ModelSwitches { Pooling = Pooling.ClassToken, CropFraction = 1 },
        _ => new ModelSwitches { Pooling = checkpoint.Pooling },
    };

    private static ModelSwitches Configured(ModelFiles files, ConfigObject? openClip, ModelCheckpoint checkpoint)
    {
        if (openClip is not null)
        {
            return OpenClipConfig.Read(openClip, checkpoint.Vision);
        }

        if (files.Find("config.json") is not { } config)
        {
            return new ModelSwitches();
        }

        if (OpenAIConfig.Matches(config))
        {
            return OpenAIConfig.Read(config, checkpoint.Vision);
        }

        if (TimmConfig.Matches(config))
        {
            return TimmConfig.Read(config, checkpoint.Vision);
        }

        return HuggingFaceConfig.Matches(config)
            ? HuggingFaceConfig.Read(config, files.Find(PreprocessorConfig.FileName), checkpoint.Vision)
            : throw new DataFileException(
                config.File,
                "is of no known kind: expected vision_width and vision_layers (OpenAI), architecture (timm) or "
                + "model_type (Hugging Face).");
    }
}
