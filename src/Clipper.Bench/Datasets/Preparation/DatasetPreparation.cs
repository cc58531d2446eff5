using Clipper.Bench.Datasets.Recipes;
using Clipper.Bench.Downloads;
using Clipper.Clip.Files;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Preparation;

/// <summary>Puts a data set into its folder: links archives that are read in place to the files that the user has,
/// unpacks those that cannot be, fetches what may be fetched, and says what a person has to do. Nothing is copied that
/// can be linked, and nothing that is there is changed.</summary>
public sealed class DatasetPreparation
{
    // A member may be a whole archive of its own, so only the total and the ratio bound it.
    private static readonly ArchiveLimits _limits = new(EntryBytes: 1L << 42);

    private readonly DatasetRecipe _recipe;
    private readonly string _root;
    private readonly string _folder;
    private readonly Downloader? _downloader;
    private readonly IProgress<int> _progress;
    private readonly Dictionary<string, PreparedFile> _done = new(StringComparer.Ordinal);

    /// <summary>Prepares a data set by its recipe.</summary>
    /// <param name="name">The data set.</param>
    /// <param name="root">Its folder; empty = the usual one.</param>
    /// <param name="downloader">Fetches files from their official origins; null = nothing is fetched.</param>
    /// <param name="progress">Is told how many files of an archive are unpacked.</param>
    /// <exception cref="UsageException">Unknown name, or a data set of the user's own files.</exception>
    public DatasetPreparation(string name, string root, Downloader? downloader, IProgress<int> progress)
        : this(RecipeOf(name), root, downloader, progress)
    {
    }

    /// <summary>Prepares a data set by another recipe.</summary>
    internal DatasetPreparation(DatasetRecipe recipe, string root, Downloader? downloader, IProgress<int> progress)
    {
        _recipe = recipe;
        _root = root;
        _folder = DatasetCatalog.FolderFor(recipe.Name, root);
        _downloader = downloader;
        _progress = progress;
    }

    private bool IsThere => DatasetCatalog.IsThere(new(_recipe.Name, Root: _root));

    /// <summary>Prepares the data set.</summary>
    /// <param name="archives">Files that the user has: official ones, or archives that hold them.</param>
    /// <param name="cancellation">Ends it; what is whole stays.</param>
    /// <exception cref="DataFileException">An archive is damaged, hostile, or not an official one.</exception>
    public PreparationReport Run(IReadOnlyList<string> archives, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(archives);
        foreach (string archive in archives)
        {
            Take(archive, cancellation);
        }

        foreach (RecipeFile file in _recipe.Files.Where(file => !_done.ContainsKey(file.Name)))
        {
            _done.Add(file.Name, Complete(file, cancellation));
        }

        bool isThere = IsThere;
        bool isByHand = _done.Values.Any(file => file.State == PreparationState.ByHand);
        return new(
            _recipe.Name, _folder, isThere, [.. _recipe.Files.Select(file => _done[file.Name])],
            isThere && !isByHand ? "" : _recipe.Obtain.Trim());
    }

    private static DatasetRecipe RecipeOf(string name) => DatasetCatalog.Recipe(name) ?? throw new UsageException(
        $"data set {name} is your own files; there is nothing to prepare. Name their folder with 'root'.");

    private void Take(string archive, CancellationToken cancellation)
    {
        if (!File.Exists(archive))
        {
            throw new DataFileException(archive, "no such file.");
        }

        RecipeFile? file = _recipe.Files.FirstOrDefault(
            f => f.Name.Equals(Path.GetFileName(archive), StringComparison.OrdinalIgnoreCase));
        if (file is not null)
        {
            Check(file, archive, cancellation);
            _done[file.Name] = file.UnpacksTo is null ? Link(file, archive) : Unpack(file, archive, cancellation);
            return;
        }

        if (!ArchiveUnpacker.Match(archive) || !TakeMembers(archive, cancellation))
        {
            string known = string.Join(", ", _recipe.Files.Select(f => f.Name));
            throw new DataFileException(
                archive, $"is none of the official files of {_recipe.Name} ({known}) and holds none of them.");
        }
    }

    // An archive of archives, as mini-ImageNet is passed around.
    private bool TakeMembers(string archive, CancellationToken cancellation)
    {
        string staging = Staging("members");
        var names = _recipe.Files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        int count = new ArchiveUnpacker(_limits).Unpack(
            archive, staging, member => names.Contains(Path.GetFileName(member)), _progress.Report, cancellation);
        foreach (string member in Directory.EnumerateFiles(staging, "*", SearchOption.AllDirectories))
        {
            RecipeFile file = _recipe.Files.First(f => f.Name == Path.GetFileName(member));
            Check(file, member, cancellation);
            string target = Path.Combine(_folder, file.Name);
            if (!Path.Exists(target))
            {
                File.Move(member, target);
            }

            _done[file.Name] = new(file.Name, PreparationState.Unpacked, target);
        }

        Directory.Delete(staging, recursive: true);
        return count > 0;
    }

    private PreparedFile Complete(RecipeFile file, CancellationToken cancellation)
    {
        string path = Path.Combine(_folder, file.Name);
        string? unpacked = file.UnpacksTo is null ? null : Path.Combine(_folder, file.UnpacksTo);
        if (unpacked is not null && Directory.Exists(unpacked))
        {
            return new(file.Name, PreparationState.Present, unpacked);
        }

        if (File.Exists(path))
        {
            Check(file, path, cancellation);
            return unpacked is null ? new(file.Name, PreparationState.Present, path) : Unpack(file, path, cancellation);
        }

        string other = file.AlternativeTo ?? "";
        if (_recipe.Files.Any(f => f.AlternativeTo == file.Name && IsDone(f)) || other.Length > 0
            || IsThere)
        {
            string why = other.Length > 0 ? $"takes the place of {other}" : "read unpacked";
            return new(file.Name, PreparationState.NotNeeded, why);
        }

        if (file.Origin is null || _downloader is null)
        {
            return new(file.Name, PreparationState.ByHand, file.Origin ?? "no address that a program may fetch from");
        }

        _downloader.Fetch(
            new DownloadRequest(path, [new Uri(file.Origin)]) { Sha256 = file.Sha256, Size = file.Size }, cancellation);
        if (unpacked is null)
        {
            return new(file.Name, PreparationState.Fetched, path);
        }

        PreparedFile prepared = Unpack(file, path, cancellation);
        File.Delete(path);
        return prepared;
    }

    private bool IsDone(RecipeFile file) => _done.TryGetValue(file.Name, out PreparedFile? prepared)
        && prepared.State is not (PreparationState.ByHand or PreparationState.NotNeeded);

    private static void Check(RecipeFile file, string path, CancellationToken cancellation)
    {
        if (file.ProblemOf(path, cancellation) is { } problem)
        {
            throw new DataFileException(path, problem);
        }
    }

    private PreparedFile Link(RecipeFile file, string archive)
    {
        string target = Path.Combine(_folder, file.Name);
        if (Path.Exists(target))
        {
            return new(file.Name, PreparationState.Present, target);
        }

        try
        {
            Directory.CreateDirectory(_folder);
            File.CreateSymbolicLink(target, Path.GetFullPath(archive));
            return new(file.Name, PreparationState.Linked, $"{target} -> {Path.GetFullPath(archive)}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(
                target, $"cannot be linked to {archive} ({e.Message}); move the archive there.", e);
        }
    }

    private PreparedFile Unpack(RecipeFile file, string archive, CancellationToken cancellation)
    {
        string folder = file.UnpacksTo ?? "";
        string target = Path.Combine(_folder, folder);
        if (Path.Exists(target))
        {
            return new(file.Name, PreparationState.Present, target);
        }

        string staging = Staging(folder);
        new ArchiveUnpacker(_limits).Unpack(archive, staging, null, _progress.Report, cancellation);
        string unpacked = Path.Combine(staging, folder);
        if (!Directory.Exists(unpacked))
        {
            Directory.Delete(staging, recursive: true);
            throw new DataFileException(archive, $"does not hold the folder {folder}; it is not the official file.");
        }

        Directory.Move(unpacked, target);
        Directory.Delete(staging, recursive: true);
        return new(file.Name, PreparationState.Unpacked, target);
    }

    // What a killed call left is removed; the name starts with a dot, which readers leave out.
    private string Staging(string what)
    {
        Directory.CreateDirectory(_folder);
        string staging = Path.Combine(_folder, $".{what}.unpacking");
        if (Directory.Exists(staging))
        {
            Directory.Delete(staging, recursive: true);
        }

        return staging;
    }
}
