using System.Text.Encodings.Web;
using System.Text.Json;
using Clipper.Clip.Files;
using Clipper.Core.Errors;

namespace Clipper.Bench.Runs;

/// <summary>Why a cell has no result; written as <c>cells/ID.failed.json</c>.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Type">Type of the exception.</param>
/// <param name="Message">What it says.</param>
/// <param name="Stack">Where it was thrown, innermost first.</param>
/// <param name="Seed">Seed of the run.</param>
/// <param name="Reproduce">A command that computes this cell alone.</param>
internal sealed record CellFailure(string Cell, string Type, string Message, string Stack, int Seed, string Reproduce)
{
    private static readonly JsonSerializerOptions _layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Whether the message says all that a user needs (<see cref="UserException"/>); else it is a
    /// bug.</summary>
    public bool IsForUsers { get; init; }

    /// <summary>Describes an exception.</summary>
    public static CellFailure Of(string cell, Exception error, int seed, string reproduce) =>
        new(cell, error.GetType().FullName ?? error.GetType().Name, error.Message, error.ToString(), seed, reproduce)
        {
            IsForUsers = error is UserException,
        };

    /// <summary>Reads a file.</summary>
    /// <exception cref="DataFileException">It is not what <see cref="Write"/> writes.</exception>
    public static CellFailure Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<CellFailure>(File.ReadAllText(path), _layout)
                ?? throw new DataFileException(path, "is empty; expected the failure of a cell.");
        }
        catch (JsonException e)
        {
            throw new DataFileException(
                path, $"is not the failure of a cell ({e.Message.TrimEnd('.')}); remove it.", e);
        }
    }

    /// <summary>Writes the file atomically.</summary>
    public void Write(string path) => AtomicFile.WriteText(path, JsonSerializer.Serialize(this, _layout) + "\n");
}
