using Clipper.Clip.Checkpoints;
using Clipper.Core.Errors;

namespace Clipper.Bench.Stages;

/// <summary>A tensor of a safetensors file as the command line names it: <c>FILE.safetensors[:tensor]</c>.</summary>
/// <param name="Path">The file.</param>
/// <param name="Tensor">The tensor's name, or null where it was not given.</param>
public sealed record TensorSource(string Path, string? Tensor)
{
    private const string Extension = ".safetensors";

    /// <summary>Splits after the first <c>.safetensors</c> that a colon follows; tensor names may hold colons and
    /// slashes.</summary>
    public static TensorSource Parse(string text)
    {
        int split = text.IndexOf(Extension + ":", StringComparison.Ordinal);
        return split < 0
            ? new TensorSource(text, null)
            : new TensorSource(text[..(split + Extension.Length)], text[(split + Extension.Length + 1)..]);
    }

    /// <summary>The named tensor, else the one called <paramref name="standard"/>, else the only one that
    /// fits.</summary>
    /// <param name="file">This source's file.</param>
    /// <param name="standard">The usual name in such files.</param>
    /// <param name="expected">What fits, in words, e.g. <c>a float tensor of shape [n, d]</c>.</param>
    /// <param name="fits">Whether a tensor fits.</param>
    /// <exception cref="DataFileException">No such tensor, one that does not fit, or several that do.</exception>
    public TensorEntry Choose(SafetensorsFile file, string standard, string expected, Func<TensorEntry, bool> fits)
    {
        if (Tensor is not null || file.Tensors.ContainsKey(standard))
        {
            return Named(file, Tensor ?? standard, expected, fits);
        }

        TensorEntry[] fitting =
            [.. file.Tensors.Values.Where(fits).OrderBy(entry => entry.Name, StringComparer.Ordinal)];
        return fitting switch
        {
            [var only] => only,
            [] => throw new DataFileException(
                Path, $"holds no tensor '{standard}' and no other that fits; expected {expected}."),
            _ => throw new DataFileException(
                Path, $"holds several tensors that fit; name one as {Path}:{fitting[0].Name}. They are "
                    + $"{NamesOf([.. fitting.Select(entry => entry.Name)])}."),
        };
    }

    /// <summary>Type and shape in words, e.g. <c>F32 [24, 8]</c>.</summary>
    internal static string Describe(TensorEntry entry) => $"{entry.Type} [{string.Join(", ", entry.Shape)}]";

    private TensorEntry Named(SafetensorsFile file, string name, string expected, Func<TensorEntry, bool> fits)
    {
        if (!file.Tensors.TryGetValue(name, out TensorEntry? entry))
        {
            string[] names = [.. file.Tensors.Keys.Order(StringComparer.Ordinal)];
            throw new DataFileException(
                Path, $"has no tensor '{name}'; it holds {NamesOf(names)}.{Suggestion.Question(name, names)}");
        }

        return fits(entry)
            ? entry
            : throw new DataFileException(Path, $"tensor '{name}' is {Describe(entry)}; expected {expected}.");
    }

    private static string NamesOf(string[] names) => names.Length switch
    {
        0 => "no tensors",
        <= 8 => string.Join(", ", names),
        _ => $"{string.Join(", ", names.Take(8))} and {names.Length - 8} more",
    };
}
