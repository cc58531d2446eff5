using Clipper.Bench.Files;
using Clipper.Clip.Checkpoints;
using Clipper.Core.Errors;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Stages;

/// <summary>An imprinted head in a safetensors file: <c>weights</c> float32 [classes, d], a unit row a class (zeros
/// for an unimprinted one); metadata <c>kind</c> (wi, mwi), <c>classes</c> and <c>unimprinted</c> (JSON arrays of
/// names).</summary>
public static class HeadFile
{
    private const string Tensor = "weights";
    private const string KindKey = "kind";
    private const string ClassesKey = "classes";
    private const string UnimprintedKey = "unimprinted";

    /// <summary>The head's name on the command line and in files.</summary>
    public static string NameOf(HeadKind kind) => kind == HeadKind.Wi ? "wi" : "mwi";

    /// <summary>The head of that name.</summary>
    /// <exception cref="UsageException">Neither wi nor mwi.</exception>
    public static HeadKind Parse(string name) => name switch
    {
        "wi" => HeadKind.Wi,
        "mwi" => HeadKind.Mwi,
        _ => throw new UsageException($"'{name}' is not a head; wi or mwi is expected."),
    };

    /// <summary>Reads a head.</summary>
    /// <exception cref="DataFileException">Missing, damaged, or not a head file.</exception>
    public static ImprintedHead<float> Read(string path)
    {
        using SafetensorsFile file = SafetensorsFile.Open(path);
        TensorEntry entry = new TensorSource(path, Tensor)
            .Choose(file, Tensor, "floats of shape [classes, d]", FloatMatrix.IsOne);
        IReadOnlyList<string>? classes = JsonStrings.Read(file.Metadata.GetValueOrDefault(ClassesKey, ""));
        string kind = file.Metadata.GetValueOrDefault(KindKey, "");
        if (classes is null || kind is not ("wi" or "mwi"))
        {
            throw new DataFileException(
                path, "is no head: its metadata lack 'kind' (wi or mwi) or 'classes'; 'clipper imprint' writes heads.");
        }

        return classes.Count == entry.Shape[0]
            ? ImprintedHead<float>.FromWeights(Parse(kind), FloatMatrix.Read(file, entry), classes)
            : throw new DataFileException(path, $"names {classes.Count} classes; 'weights' has {entry.Shape[0]} rows.");
    }

    /// <summary>Writes a head, absent or complete.</summary>
    /// <exception cref="DataFileException">The file cannot be written.</exception>
    public static void Save(ImprintedHead<float> head, string path)
    {
        Matrix<float> weights = head.Weights;
        new SafetensorsWriter()
            .WithMetadata(KindKey, NameOf(head.Kind))
            .WithMetadata(ClassesKey, JsonStrings.Write(head.Classes))
            .WithMetadata(UnimprintedKey, JsonStrings.Write(head.Classes.Where((_, index) => !head.IsImprinted(index))))
            .Add(Tensor, weights.Values.ToArray(), weights.Rows, weights.Columns)
            .Save(path);
    }
}
