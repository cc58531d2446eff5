using System.Security.Cryptography;
using Clipper.Core.Errors;

namespace Clipper.Bench.Runs;

/// <summary>The cells that a results folder holds.</summary>
internal sealed class CellStore(ResultsFolder folder, Action<string> warn)
{
    /// <summary>Whether a cell's result is there, whole, and its draws too. A damaged file is reported and not
    /// counted.</summary>
    /// <exception cref="UsageException">The file is of other facts.</exception>
    public bool IsComplete(Cell cell)
    {
        string path = folder.Result(cell);
        if (!File.Exists(path))
        {
            return false;
        }

        if (Read(path) is not { } found)
        {
            return false;
        }

        folder.RequireSame(found.Facts, cell);
        return HasDraws(cell, found.Result);
    }

    /// <summary>Which of the cells have a result, whoever computed it, with that result.</summary>
    public IEnumerable<(Cell Cell, CellResult Result)> Present(IEnumerable<Cell> cells)
    {
        foreach (Cell cell in cells.Where(cell => File.Exists(folder.Result(cell))))
        {
            if (Read(folder.Result(cell)) is { } found && found.Facts.Hash == cell.Facts.Hash)
            {
                yield return (cell, found.Result);
            }
        }
    }

    private (CellFacts Facts, CellResult Result)? Read(string path)
    {
        try
        {
            return CellFile.Read(path);
        }
        catch (DataFileException e)
        {
            warn($"{e.Message} It is computed again.");
            return null;
        }
    }

    private bool HasDraws(Cell cell, CellResult result) =>
        Has(folder.Draws(cell.Draws), result.DrawsHash)
        && (result.ValidationHash is null
            || Has(folder.ValidationDraws(cell.Draws), result.ValidationHash));

    private static bool Has(string path, string hash) =>
        File.Exists(path) && Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) == hash;
}
