using Clipper.Clip.Checkpoints;
using Clipper.Core.Errors;

namespace Clipper.Clip.Models.Weights;

/// <summary>Whose names the tensors of a file have, tower by tower.</summary>
/// <param name="Vision">Those of the vision tower.</param>
/// <param name="Text">Those of the text tower, or null where the file has none that is known here.</param>
internal sealed record ModelNames(ITowerNames Vision, ITowerNames? Text)
{
    private const string CustomTextPrefix = "text.";

    /// <summary>Recognises them.</summary>
    /// <exception cref="DataFileException">No vision transformer that is known here.</exception>
    public static ModelNames Of(TensorFile file)
    {
        var tensors = file.Tensors;
        if (tensors.ContainsKey(OpenAINames.Marker))
        {
            ThrowIfResNet(file);
            return OpenAI(tensors);
        }

        if (tensors.ContainsKey(HuggingFaceNames.Marker))
        {
            bool hasText = tensors.ContainsKey(HuggingFaceTextNames.Marker);
            return new ModelNames(new HuggingFaceNames(), hasText ? new HuggingFaceTextNames() : null);
        }

        return tensors.ContainsKey(TimmNames.Marker)
            ? new ModelNames(new TimmNames(ShownPooling(file)), Text: null)
            : throw new DataFileException(
                file.Path,
                $"holds no vision transformer that is known here: expected a tensor '{OpenAINames.Marker}' (OpenAI, "
                + $"open_clip), '{HuggingFaceNames.Marker}' (Hugging Face) or '{TimmNames.Marker}' (timm).");
    }

    /// <summary>How the tokens of timm's tower are pooled.</summary>
    public static Pooling ShownPooling(TensorFile file) =>
        file.Tensors.ContainsKey(TimmNames.MeanMarker) ? Pooling.PatchMean : Pooling.ClassToken;

    // open_clip's CustomTextCLIP keeps the text tower apart, under a prefix.
    private static ModelNames OpenAI(IReadOnlyDictionary<string, TensorEntry> tensors)
    {
        bool isCustom = tensors.Keys.Any(
            name => name.StartsWith($"{CustomTextPrefix}transformer.", StringComparison.Ordinal));
        string format = isCustom ? "open_clip" : "openai";
        string prefix = isCustom ? CustomTextPrefix : "";
        bool hasText = tensors.ContainsKey(prefix + OpenAITextNames.Marker);
        return new ModelNames(new OpenAINames(format), hasText ? new OpenAITextNames(format, prefix) : null);
    }

    private static void ThrowIfResNet(TensorFile file)
    {
        if (file.Tensors.ContainsKey("visual.layer1.0.conv1.weight"))
        {
            throw new DataFileException(file.Path, "holds a ResNet tower; only vision transformers (ViT) can be used.");
        }
    }
}
