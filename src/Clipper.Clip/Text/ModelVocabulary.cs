using Clipper.Clip.Models;
using Clipper.Core.Errors;

namespace Clipper.Clip.Text;

/// <summary>The vocabulary that belongs to a model.</summary>
public static class ModelVocabulary
{
    /// <summary>Reads the vocabulary that is named, else the one that lies beside the weights.</summary>
    /// <param name="model">The model; it must have a text tower.</param>
    /// <param name="named">Its file or folder as the user names it, or null.</param>
    /// <exception cref="DataFileException">The model has no text tower; there is no vocabulary, it cannot be read, or
    /// it has another number of tokens than the model.</exception>
    public static BpeVocabulary Read(ModelDescription model, string? named = null)
    {
        TextSettings text = model.RequireText();
        string path = named ?? model.VocabularyPath ?? throw new DataFileException(
            model.Path ?? model.Name,
            "no vocabulary lies beside the weights, so texts cannot be split into tokens. Put "
            + "bpe_simple_vocab_16e6.txt.gz (OpenAI, open_clip) or vocab.json and merges.txt (Hugging Face) into the "
            + "same folder, or name the file: --vocab FILE, in an experiment 'vocabulary: FILE'.");
        var vocabulary = BpeVocabulary.Read(path);
        return vocabulary.Count == text.VocabularySize
            ? vocabulary
            : throw new DataFileException(
                path,
                $"has {vocabulary.Count} tokens, but the text tower of '{model.Name}' knows {text.VocabularySize}: it "
                + "is the vocabulary of another model.");
    }
}
