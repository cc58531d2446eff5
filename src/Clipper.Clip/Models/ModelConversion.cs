using Clipper.Clip.Checkpoints;
using Clipper.Clip.Files;
using Clipper.Clip.Models.Configuration;
using Clipper.Clip.Text;
using Clipper.Core.Errors;

namespace Clipper.Clip.Models;

/// <summary>Writes any model that can be read as a folder of <c>model.safetensors</c> and <c>model.json</c>, which
/// states every switch, so that the folder describes itself.</summary>
public static class ModelConversion
{
    private const string WeightsName = "model.safetensors";

    /// <summary>Converts. All tensors are kept, those of other towers too, with their names, types and bytes, and so
    /// is the vocabulary beside them. Each file is written whole or not at all, the weights last: without them the
    /// folder is no model.</summary>
    /// <param name="source">Folder or weights file.</param>
    /// <param name="folder">A folder that does not exist or is empty.</param>
    /// <returns>What was written, read back.</returns>
    /// <exception cref="UsageException">A random model, or a folder that has files.</exception>
    /// <exception cref="DataFileException">The source cannot be read, or the folder cannot be written.</exception>
    public static ConvertedModel Convert(string source, string folder)
    {
        ModelDescription description = ModelLoader.Describe(source);
        if (description.Path is not { } weights)
        {
            throw new UsageException($"'{source}' is drawn from a seed and has no weights to convert.");
        }

        NewFolder.Require(folder);
        using var tensors = TensorFile.OpenAny(weights);
        var writer = new SafetensorsWriter();
        foreach (string name in tensors.Tensors.Keys.Order(StringComparer.Ordinal))
        {
            writer.AddFrom(tensors, name);
        }

        AtomicFile.Write(Path.Combine(folder, ModelJson.FileName), stream => ModelJson.Write(stream, description));
        if (description.VocabularyPath is { } vocabulary)
        {
            BpeVocabulary.Copy(vocabulary, folder);
        }

        writer.Save(Path.Combine(folder, WeightsName));
        return ReadBack(folder, description, tensors);
    }

    private static ConvertedModel ReadBack(string folder, ModelDescription wanted, TensorFile tensors)
    {
        ModelDescription written = ModelLoader.Describe(folder);
        string path = Path.Combine(folder, WeightsName);
        using var copy = SafetensorsFile.Open(path);
        string hash = copy.ComputeTensorsSha256();
        return (written.Vision, written.Text, written.Preprocess) == (wanted.Vision, wanted.Text, wanted.Preprocess)
            && hash == tensors.ComputeTensorsSha256()
            ? new ConvertedModel(written, copy.Tensors.Count, hash)
            : throw new DataFileException(path, "differs from its source after writing; check the disk and try again.");
    }
}
