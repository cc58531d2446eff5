using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Clipper.Bench.Configuration.Nodes;
using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Methods;
using Clipper.Clip.Imaging;
using Clipper.Clip.Models;
using Clipper.Core.Metrics;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads a whole experiment; every key that exists is named here or in the readers of its sections.</summary>
/// <param name="source">The file and its overrides.</param>
/// <param name="paths">Reads paths, relative to the file.</param>
internal sealed partial class ExperimentReader(ExperimentSource source, PathReader paths) : ValueReader<Experiment>
{
    /// <summary>The key whose list items are data sets.</summary>
    public const string DatasetsKey = "datasets";

    /// <summary>The key whose list items are methods.</summary>
    public const string MethodsKey = "methods";

    private const int LargestSeed = 2_000_000_000;

    private static readonly string[] _needed = ["name", "model", DatasetsKey, "protocol", MethodsKey];
    private static readonly string[] _defaultMetrics = ["accuracy", "o_f1", "c_f1", "map", "hamming"];

    private static readonly Key<string> _name = new("name", new TextValueReader(
        "letters, digits, '.', '_' and '-', at most 100, the first a letter or digit", Name().IsMatch),
        "Name of the run and of its results folder.");

    private static readonly Key<int> _seed = new(
        "seed", new IntegerReader(0, LargestSeed), "Seed of the run; no two seeds share an episode.");
    private static readonly Key<Precision> _dtype =
        new(
            "dtype", new ChoiceReader<Precision>("dtype", [.. Precisions.All], []),
            "Numbers of the linear layers of the vision tower.");

    private static readonly Key<PreprocessChoice> _preprocess = new(
        "preprocess", new PreprocessReader(), "How images become pixels.");

    private static readonly Key<BadImagePolicy> _images =
        new("images", new ImagesReader(), "Images that cannot be read.");

    private static readonly Key<IReadOnlyList<MethodSettings>> _methods =
        new(
            MethodsKey, new OneOrManyReader<MethodSettings>(new MethodReader(), method => method.Label),
            "What is compared: a kind of method, or a mapping of it to its options; one or a list.");

    /// <inheritdoc />
    public override string Allowed => $"a mapping with keys {string.Join(", ", AllKeys.Select(key => key.Name))}";

    private Key<FewShotProtocol> Protocol => new("protocol", new ProtocolReader(paths), "How episodes are drawn.");

    private Key<IReadOnlyList<ModelChoice>> Models =>
        new(
            "model", new OneOrManyReader<ModelChoice>(new ModelReader(paths), model => model.Name),
            "A registered model, a model's folder or weights file, or random:SEED; one or a list.");

    private Key<string> Vocabulary => new(
        "vocabulary", paths, "The vocabulary of models that have none beside their weights.");

    private Key<IReadOnlyList<DatasetRequest>> Datasets =>
        new(
            DatasetsKey, new OneOrManyReader<DatasetRequest>(new DatasetReader(paths), Identity),
            "Data sets or groups of them: names, or mappings with a name and options; one or a list.");

    private static Key<IReadOnlyList<Metric>> Metrics => new(
        "metrics",
        new OneOrManyReader<Metric>(
            new ChoiceReader<Metric>("metric", [.. MetricCatalog.All.Select(metric => (metric.Name, metric))], []),
            metric => metric.Name),
        "Metrics; one or a list.");

    private IEnumerable<SectionKey> Keys =>
        [
        _name, _seed, Models, Vocabulary, _dtype, _preprocess, Datasets, Protocol, _methods, Metrics, _images,
        ReportKeys.Artefacts, ReportKeys.Report, ReportKeys.MissingData,
    ];

    private IEnumerable<SectionKey> AllKeys => [.. Keys, .. SweepKeys.All];

    /// <inheritdoc />
    public override JsonObject Schema => ExperimentSchema.Of(AllKeys, _needed);

    /// <inheritdoc />
    public override bool TryRead(ConfigNode node, Problems problems, [MaybeNullWhen(false)] out Experiment value)
    {
        value = null;
        if (Section.Open(node, AllKeys, [], problems) is not { } section)
        {
            return false;
        }

        value = Resolve(new Experiment
        {
            Name = section.Required(_name, ""),
            Seed = section.Optional(_seed, 0),
            Models = section.Required(Models, []),
            Vocabulary = section.Optional(Vocabulary, ""),
            Precision = section.Optional(_dtype, Precision.Single),
            Preprocess = section.Optional(_preprocess, PreprocessChoice.ByModel),
            Datasets = section.Required(Datasets, []),
            Protocol = section.Required(Protocol, ProtocolReader.Placeholder),
            Methods = section.Required(_methods, []),
            Metrics = section.Optional(Metrics, DefaultMetrics()),
            OnBadImage = section.Optional(_images, BadImagePolicy.Fail),
            Artefacts = section.Optional(ReportKeys.Artefacts, []),
            Thumbnails = section.Optional(ReportKeys.Report, 0),
            MissingData = section.Optional(ReportKeys.MissingData, MissingDataPolicy.Error),
            Source = source,
        });
        if (value.Preprocess.Order == PreprocessOrder.OpenAI && value.Protocol.Quirks.Follows(QuirkCatalog.Pixels))
        {
            problems.Add(
                section.MarkOf(_preprocess.Name), "the reference's two paths begin with RGB pictures",
                "order: by-model or hf, or protocol.quirks.pixels: one-path");
        }

        return true;
    }

    // What the sections leave to the mode, which is known when the whole file is read.
    private static Experiment Resolve(Experiment experiment) => experiment with
    {
        Datasets = [.. experiment.Datasets.Select(request => Under(request, experiment.Protocol.Quirks))],
        Methods = [.. experiment.Methods.Select(method => method.Under(experiment.Protocol))],
    };

    private static DatasetRequest Under(DatasetRequest request, ProtocolQuirks quirks)
    {
        bool hasSplit = request.Split.Length > 0 || request.Name.Length == 0;
        return request with
        {
            AsPaper = quirks.Follows(QuirkCatalog.Annotations),
            Split = hasSplit ? request.Split
                : DatasetCatalog.DefaultSplit(request.Name, quirks.Follows(QuirkCatalog.Split)),
        };
    }

    private static IReadOnlyList<Metric> DefaultMetrics() =>
        [.. MetricCatalog.All.Where(metric => _defaultMetrics.Contains(metric.Name))];

    // What records can tell apart: two data sets that differ in root or limit alone would share their lines.
    private static string Identity(DatasetRequest request) =>
        $"{request.Name} {request.Variant} {request.Split}".Trim();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
