using Clipper.Core.Errors;

namespace Clipper.Clip.Models.Configuration;

/// <summary>The card beside a model, Hugging Face's <c>README.md</c>: between two lines <c>---</c> at its head stand
/// keys and values.</summary>
internal static class ModelCard
{
    private const string FileName = "README.md";
    private const string Fence = "---";
    private const string Key = "license:";

    /// <summary>The licence that the card in <paramref name="folder"/> names, or null.</summary>
    /// <exception cref="DataFileException">The card cannot be read.</exception>
    public static string? Licence(string folder)
    {
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return LicenceIn(File.ReadLines(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, $"cannot be read as a model card: {error.Message}", error);
        }
    }

    private static string? LicenceIn(IEnumerable<string> lines)
    {
        using var each = lines.GetEnumerator();
        if (!each.MoveNext() || each.Current.TrimEnd() != Fence)
        {
            return null;
        }

        while (each.MoveNext() && each.Current.TrimEnd() != Fence)
        {
            if (each.Current.StartsWith(Key, StringComparison.Ordinal))
            {
                string value = each.Current[Key.Length..].Trim().Trim('"', '\'');
                return value.Length > 0 ? value : null;
            }
        }

        return null;
    }
}
