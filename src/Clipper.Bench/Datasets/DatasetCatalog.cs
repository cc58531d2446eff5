using System.Globalization;
using Clipper.Bench.Datasets.Cifar;
using Clipper.Bench.Datasets.Coco;
using Clipper.Bench.Datasets.Faces;
using Clipper.Bench.Datasets.Folders;
using Clipper.Bench.Datasets.HuggingFace;
using Clipper.Bench.Datasets.ImageNet;
using Clipper.Bench.Datasets.IMaterialist;
using Clipper.Bench.Datasets.Recipes;
using Clipper.Bench.Datasets.Shapes;
using Clipper.Bench.Datasets.Videos;
using Clipper.Bench.Datasets.WebDataset;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets;

/// <summary>All readers by name.</summary>
public static class DatasetCatalog
{
    private static readonly IReadOnlyList<IDatasetReader> _readers =
    [
        new CelebAReader(), new Cifar10Reader(), new CocoReader(), new ColorectalHistologyReader(), new CsvListReader(),
        new Cub200Reader(), new FolderReader(), new HfImageFolderReader(), ImageNetVariantReader.A,
        ImageNetVariantReader.R, ImageNetVariantReader.Sketch, new IMaterialistReader(), new Indoor67Reader(),
        new LfwReader(), new MiniImageNetReader(), new OmniglotReader(), new ShapesReader(), new Sun397Reader(),
        new Ucf101Reader(), new UtkFaceReader(), new WebDatasetReader(), new YaleFacesReader(),
    ];

    /// <summary>Every known data set, in order of name.</summary>
    public static IReadOnlyList<DatasetInfo> All => [.. _readers.Select(Describe)];

    /// <summary>What is known about a data set: origin, terms, files, how to obtain it; null for data sets
    /// of the user's own files.</summary>
    /// <exception cref="UsageException">Unknown name; names the nearest.</exception>
    public static DatasetRecipe? Recipe(string name) => DatasetRecipe.Find(Reader(name).Name);

    /// <summary>Opens a data set.</summary>
    /// <param name="request">Which, and how much of it.</param>
    /// <param name="options">Cache folder and warnings; null = defaults, warnings are dropped.</param>
    /// <exception cref="DataFileException">The data are missing or damaged.</exception>
    /// <exception cref="UsageException">Unknown name or variant; names the nearest.</exception>
    public static IDataset Open(DatasetRequest request, DatasetOptions? options = null)
    {
        options ??= new();
        DatasetContent content = Read(request, options);
        WarnOfCounts(request.Name, content, options);
        return new Dataset(request.Name, content, request.Limit, options);
    }

    /// <summary>Images and classes that the official set has in a part; null where nobody says.</summary>
    /// <param name="name">The data set.</param>
    /// <param name="part">Variant and split as records have them; empty = all of it.</param>
    public static RecipeCounts? Expected(string name, string part) =>
        DatasetRecipe.Find(name)?.Expected.GetValueOrDefault(part.Length > 0 ? part : Splits.All);

    /// <summary>Variant and split, as records have them, that are used where none are named.</summary>
    /// <exception cref="UsageException">Unknown name; names the nearest.</exception>
    public static string UsualPart(string name)
    {
        IDatasetReader reader = Reader(name);
        return NameOf(reader.Variants.FirstOrDefault(""), reader, Splits.Of(reader)[0]);
    }

    /// <summary>Opens a data set for a check, which counts for itself.</summary>
    internal static Dataset OpenForChecks(DatasetRequest request, DatasetOptions options) =>
        new(request.Name, Read(request, options), request.Limit, options);

    /// <summary>The split of a data set that is used where an experiment names none.</summary>
    /// <param name="name">The data set.</param>
    /// <param name="asPaper">As the reference did it; else the official split, or all samples.</param>
    /// <exception cref="UsageException">Unknown name; names the nearest.</exception>
    public static string DefaultSplit(string name, bool asPaper) => Splits.Default(Reader(name), asPaper);

    /// <summary>The splits that a check looks at: the one that is named, else all official ones, else the whole
    /// set.</summary>
    internal static IReadOnlyList<string> OfficialParts(DatasetRequest request)
    {
        IDatasetReader reader = Reader(request.Name);
        return request.Split.Length > 0 ? [request.Split] : reader.Splits.Count > 0 ? reader.Splits : [Splits.All];
    }

    /// <summary>Whether something of the data set is where the request says.</summary>
    internal static bool IsThere(DatasetRequest request) =>
        Reader(request.Name).IsGenerated || PlaceOf(request) is not null;

    /// <summary>Where the data set lies; null where it is not there, or drawn.</summary>
    internal static string? PlaceOf(DatasetRequest request)
    {
        IDatasetReader reader = Reader(request.Name);
        return reader.IsGenerated ? null
            : DataRoot.Candidates(request.Name, request.Root).FirstOrDefault(reader.IsFoundAt);
    }

    /// <summary>The folder that a data set is put into.</summary>
    internal static string FolderFor(string name, string root) =>
        PlaceOf(new(name, Root: root)) ?? DataRoot.Candidates(Reader(name).Name, root)[0];

    private static DatasetContent Read(DatasetRequest request, DatasetOptions options)
    {
        IDatasetReader reader = Reader(request.Name);
        if (request.Limit < 0)
        {
            throw new UsageException(
                $"limit of data set {request.Name}: got {request.Limit}, expected 0 (all) or more.");
        }

        string variant = Variant(reader, request.Variant);
        string split = Split(reader, request.Split);
        var source = new DatasetSource(Locate(reader, request.Root), variant, request.Seed, options.Warn ?? (_ => { }))
        {
            Split = Splits.ForReader(reader, split),
            AsPaper = request.AsPaper,
            OnBadEntry = request.OnBadEntry,
            CacheRoot = options.CacheRoot,
        };
        DatasetContent content = Splits.Cut(reader.Read(source), split, request.Seed);
        content = content with { Variant = NameOf(content.Variant, reader, split) };
        return request.ClassNames.Length == 0
            ? content
            : content with
            {
                ClassNames = ClassNamesFile.Read(request.ClassNames, content.Classes),
                HasWords = true,
            };
    }

    private static IDatasetReader Reader(string name) =>
        _readers.FirstOrDefault(r => r.Name == name) ?? throw new UsageException(
            $"'{name}' is not a data set. Known: {string.Join(", ", _readers.Select(r => r.Name))}."
            + Suggestion.Question(name, _readers.Select(r => r.Name)));

    private static string Variant(IDatasetReader reader, string variant)
    {
        if (reader.Variants.Count == 0)
        {
            return variant;
        }

        if (variant.Length == 0)
        {
            return reader.Variants[0];
        }

        return reader.Variants.Contains(variant) ? variant : throw new UsageException(
            $"'{variant}' is not a variant of data set {reader.Name}. Known: {string.Join(", ", reader.Variants)}."
            + Suggestion.Question(variant, reader.Variants));
    }

    private static string Split(IDatasetReader reader, string split)
    {
        IReadOnlyList<string> known = Splits.Of(reader);
        if (split.Length == 0)
        {
            return known[0];
        }

        return known.Contains(split) ? split : throw new UsageException(
            $"'{split}' is not a split of data set {reader.Name}. Known: {string.Join(", ", known)}."
            + Suggestion.Question(split, known));
    }

    // All samples of a set without official splits need no word of it.
    private static string NameOf(string variant, IDatasetReader reader, string split)
    {
        string part = split == Splits.All && reader.Splits.Count == 0 ? "" : split;
        return variant.Length > 0 && part.Length > 0 ? $"{variant}-{part}" : variant + part;
    }

    // Readers say what is missing; this says what follows from it.
    private static void WarnOfCounts(string name, DatasetContent content, DatasetOptions options)
    {
        (int classes, int images) = (content.Classes.Count, content.Samples.Count);
        if (Expected(name, content.Variant) is { } expected
            && (expected.Classes, expected.Images) != (classes, images))
        {
            string part = content.Variant.Length > 0 ? content.Variant : Splits.All;
            options.Warn?.Invoke(string.Create(
                CultureInfo.InvariantCulture,
                $"{name} {part}: {classes} classes and {images} images where the official set has "
                + $"{expected.Classes} and {expected.Images}; results are not comparable with published ones."));
        }
    }

    private static string Locate(IDatasetReader reader, string root)
    {
        if (reader.IsGenerated)
        {
            return "";
        }

        IReadOnlyList<string> candidates = DataRoot.Candidates(reader.Name, root);
        return candidates.FirstOrDefault(reader.IsFoundAt) ?? throw new DataFileException(
            candidates[0], $"no {reader.Name} data here{Also(candidates)}. {HowToObtain(reader)}");
    }

    private static string Also(IReadOnlyList<string> candidates) =>
        candidates.Count > 1 ? $" (nor in {string.Join(", ", candidates.Skip(1))})" : "";

    private static string HowToObtain(IDatasetReader reader) =>
        (DatasetRecipe.Find(reader.Name)?.Obtain.Trim() ?? reader.Description)
        + " Name the place with the data set's root, or put all data sets below CLIPPER_DATA.";

    private static DatasetInfo Describe(IDatasetReader reader)
    {
        if (reader.IsGenerated)
        {
            return new(reader.Name, reader.Description, reader.Variants, reader.IsMultiLabel, "generated", "generated",
                Splits.Of(reader))
            { IsGenerated = true };
        }

        string expected = DataRoot.Candidates(reader.Name, "")[0];
        string? found = reader.IsFoundAt(expected) ? expected : null;
        return new(reader.Name, reader.Description, reader.Variants, reader.IsMultiLabel, found, expected,
            Splits.Of(reader));
    }
}
