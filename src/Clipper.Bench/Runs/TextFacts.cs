using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Clipper.Clip.Models;
using Clipper.Clip.Text;
using Clipper.Core.Errors;

namespace Clipper.Bench.Runs;

/// <summary>What decides the embeddings of a data set's class names, beside the prompts and the weights.</summary>
internal sealed class TextFacts
{
    private readonly ConcurrentDictionary<ModelDescription, string> _vocabularies = [];

    /// <summary>Keys and values: the text tower, its vocabulary, the class names.</summary>
    /// <exception cref="UsageException">The model has no text tower.</exception>
    /// <exception cref="DataFileException">Its vocabulary is missing, damaged or that of another model.</exception>
    public IReadOnlyList<KeyValuePair<string, string>> Of(Subject subject)
    {
        ModelDescription model = subject.Model;
        TextSettings text = model.Text ?? throw new UsageException(
            $"model '{model.Name}' has no text tower that can be used, and zero-shot classification needs one. "
            + model.TextProblem);
        return
        [
            new("text.tower", text.Fingerprint),
            new("text.vocabulary", _vocabularies.GetOrAdd(model, one => ModelVocabulary.Read(one).ComputeSha256())),
            new("text.class-names", Hash(subject.Dataset.ClassNames)),
        ];
    }

    private static string Hash(IReadOnlyList<string> names) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(names.Select(name => name + "\n")))));
}
