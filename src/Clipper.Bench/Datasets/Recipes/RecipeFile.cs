using System.Globalization;
using System.Security.Cryptography;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Recipes;

/// <summary>An official file of a data set.</summary>
public sealed record RecipeFile
{
    /// <summary>File name below the data set's folder.</summary>
    public string Name { get; init; } = "";

    /// <summary>Bytes; null where the authors do not say.</summary>
    public long? Size { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256; null where it is not known.</summary>
    public string? Sha256 { get; init; }

    /// <summary>What is wrong with a file of this name; null where its size and SHA-256 are right, as far as they are
    /// known.</summary>
    /// <exception cref="DataFileException">It cannot be read.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public string? ProblemOf(string path, CancellationToken cancellation)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            if (Size is { } size && stream.Length != size)
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"has {stream.Length} bytes; the official file has {size}. Obtain it again.");
            }

            string? hash = Sha256 is null ? null : HashOf(stream, cancellation);
            return hash == Sha256 ? null : $"has SHA-256 {hash}; the official file has {Sha256}. Obtain it again.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, $"cannot be read ({e.Message}).", e);
        }
    }

    /// <summary>Folder that <c>prepare</c> unpacks it to, because it cannot be read in place; null where it
    /// can.</summary>
    public string? UnpacksTo { get; init; }

    /// <summary>The file that it may stand for; null where it is needed itself.</summary>
    public string? AlternativeTo { get; init; }

    /// <summary>Official address; null where a form or a licence stands before it.</summary>
    public string? Origin { get; init; }

    private static string HashOf(Stream stream, CancellationToken cancellation) => Convert.ToHexStringLower(
        SHA256.HashDataAsync(stream, cancellation).AsTask().GetAwaiter().GetResult());
}
