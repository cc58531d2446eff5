using System.Globalization;
using Clipper.Bench.Datasets.Recipes;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Verification;

/// <summary>Checks a data set that is there: sizes and SHA-256 of official files, counts, that every image can be
/// decoded, and that no image is in two official splits.</summary>
/// <param name="request">The data set; with a split that alone, else all official ones.</param>
/// <param name="options">Cache folder and warnings.</param>
public sealed class DatasetVerifier(DatasetRequest request, DatasetOptions options)
{
    private const int ProblemsTold = 20;

    private readonly List<string> _problems = [];
    private readonly List<string> _warnings = [];
    private readonly List<string> _files = [];

    /// <summary>Whether images in two splits are a warning, as in paper mode, and no error.</summary>
    public bool AsPaper { get; init; }

    /// <summary>Whether to decode images that an earlier call has decoded.</summary>
    public bool IsFresh { get; init; }

    /// <summary>Threads that decode; 0 = all cores.</summary>
    public int Threads { get; init; }

    /// <summary>What the official files are.</summary>
    internal DatasetRecipe? Recipe { get; init; } = DatasetCatalog.Recipe(request.Name);

    /// <summary>Checks everything.</summary>
    /// <exception cref="DataFileException">The data set is not there.</exception>
    /// <exception cref="UsageException">Unknown name, variant or split.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the next call goes on from here.</exception>
    public VerificationReport Run(IProgress<VerificationProgress> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(progress);
        CheckFiles(progress, cancellation);
        var parts = new List<CheckedPart>();
        var found = new List<VerifiedPart>();
        foreach (string split in DatasetCatalog.OfficialParts(request))
        {
            if (Open(split) is { } dataset)
            {
                using (dataset)
                {
                    found.Add(CheckImages(dataset, parts, progress, cancellation));
                }
            }
        }

        for (int i = 0; i < parts.Count; i++)
        {
            for (int j = i + 1; j < parts.Count; j++)
            {
                if (ContentOverlap.Between(parts[i], parts[j]) is { } overlap)
                {
                    (AsPaper ? _warnings : _problems).Add(overlap);
                }
            }
        }

        return new(request.Name, found, _files, _problems, _warnings);
    }

    private Dataset? Open(string split)
    {
        var quiet = options with { Warn = _warnings.Add };
        try
        {
            return DatasetCatalog.OpenForChecks(request with { Split = split }, quiet);
        }
        catch (DataFileException e) when (request.Split.Length == 0 && DatasetCatalog.IsThere(request))
        {
            _problems.Add(e.Message);
            return null;
        }
    }

    private VerifiedPart CheckImages(
        Dataset dataset, List<CheckedPart> parts, IProgress<VerificationProgress> progress,
        CancellationToken cancellation)
    {
        string name = dataset.Variant.Length > 0 ? dataset.Variant : Splits.All;
        (int classes, int images) = (dataset.Classes.Count, dataset.Samples.Count);
        if (DatasetCatalog.Expected(dataset.Name, dataset.Variant) is { } expected
            && (expected.Classes, expected.Images) != (classes, images))
        {
            _problems.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {classes} classes and {images} images; the official set has {expected.Classes} and "
                + $"{expected.Images}."));
        }

        var check = new ImageCheck(
            dataset, VerifiedImages.Load(dataset.Location, IsFresh, options),
            Threads > 0 ? Threads : Environment.ProcessorCount);
        string[] hashes = check.Run(done => progress.Report(new(name, done, images)), cancellation);
        AddImageProblems(name, [.. check.Problems]);
        var part = new CheckedPart(name, dataset.Samples, hashes);
        parts.Add(part);
        if (ContentOverlap.Within(part, out int duplicates) is { } repeated)
        {
            _warnings.Add(repeated);
        }

        int unreadable = hashes.Count(hash => hash.Length == 0);
        return new(name, classes, images, check.Decoded, images - check.Decoded - unreadable, duplicates);
    }

    private void AddImageProblems(string part, string[] problems)
    {
        _problems.AddRange(problems.Take(ProblemsTold));
        if (problems.Length > ProblemsTold)
        {
            _problems.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{part}: {problems.Length} images cannot be decoded; the first {ProblemsTold} are named."));
        }
    }

    private void CheckFiles(IProgress<VerificationProgress> progress, CancellationToken cancellation)
    {
        if (Recipe is not { } recipe || DatasetCatalog.PlaceOf(request) is not { } place)
        {
            return;
        }

        foreach (RecipeFile file in recipe.Files)
        {
            string path = Path.Combine(place, file.Name);
            if (File.Exists(path))
            {
                progress.Report(new(file.Name, 0, 1));
                CheckFile(file, path, cancellation);
                progress.Report(new(file.Name, 1, 1));
            }
        }
    }

    // Hashing an archive of many gigabytes takes minutes, so a right one is remembered like an image that was decoded.
    private void CheckFile(RecipeFile file, string path, CancellationToken cancellation)
    {
        var kept = VerifiedImages.Load(Path.GetFullPath(path), IsFresh, options);
        string stamp = string.Create(
            CultureInfo.InvariantCulture, $"{new FileInfo(path).Length}:{File.GetLastWriteTimeUtc(path).Ticks}");
        bool isKnown = file.Sha256 is not null && kept.Find(file.Name, stamp) == file.Sha256;
        if (!isKnown && file.ProblemOf(path, cancellation) is { } problem)
        {
            _problems.Add($"{path}: {problem}");
            return;
        }

        if (file.Sha256 is { } hash)
        {
            _files.Add(file.Name);
            kept.Add(file.Name, stamp, hash);
            kept.Save();
        }
    }
}
