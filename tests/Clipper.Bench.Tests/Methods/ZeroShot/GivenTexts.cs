using Clipper.Bench.Configuration;
using Clipper.Bench.Methods;
using Clipper.Clip.Models;
using Clipper.Core.Episodes;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Tests.Methods.ZeroShot;

/// <summary>Embeddings of texts that are given, and episodes for a method that needs nothing else.</summary>
internal sealed class GivenTexts(IReadOnlyDictionary<string, float[]> rows) : IMethodServices
{
    public List<string> Asked { get; } = [];

    public string[] Classes { get; init; } = ["b", "a"];

    public string[]? ClassNames { get; init; }

    public bool IsMultiLabel { get; init; }

    public ModelDescription Model { get; init; } = ModelLoader.Describe("random:0");

    public Matrix<float> EmbedTexts(IReadOnlyList<string> texts)
    {
        Asked.AddRange(texts);
        return Rows([.. texts.Select(text => rows[text])]);
    }

    public Matrix<float> EmbedCopies(IReadOnlyList<int> samples, Augmentation augmentation) =>
        throw new NotSupportedException();

    public Scoring Score(MethodSettings settings, string[] ways, params float[][] queries)
    {
        var task = new EpisodeTask
        {
            Seed = 0,
            Classes = ways,
            IsMultiLabel = IsMultiLabel,
            Support = new Matrix<float>(0, queries[0].Length),
            SupportLabels = LabelRows.Of([], ways.Length),
            SupportSamples = [],
            Query = Rows(queries),
        };
        return Assert.Single(settings.Create(Context()).Score(task));
    }

    public MethodContext Context() => new()
    {
        Dataset = "given",
        Classes = Classes,
        ClassNames = ClassNames ?? Classes,
        IsMultiLabel = IsMultiLabel,
        Model = Model,
        Setting = new EpisodePlan(2, 1, 1),
        Protocol = new FewShotProtocol(ProtocolMode.Corrected, [], 1),
        SupportSamples = [],
        Services = this,
    };

    private static Matrix<float> Rows(float[][] rows) =>
        new([.. rows.SelectMany(row => row)], rows.Length, rows[0].Length);
}
