using System.Security.Cryptography;
using Clipper.Core.Errors;

namespace Clipper.Bench.Runs;

/// <summary>The cells that a results folder holds.</summary>
internal sealed class CellStore(ResultsFolder folder, int episodes, Action<string> warn)
{
    /// <summary>Whether a cell's result is there, whole, and its draws too. A damaged file is reported and not counted.</summary>
    /// <exception cref="UsageException">The file is of other facts.</exception>
    public bool IsComplete(Cell cell)
    {
        string path = folder.Result(cell);
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            folder.RequireSame(CellFile.ReadFacts(path), cell);
            return HasDraws(cell, CellFile.ReadResult(path, episodes));
        }
        catch (DataFileException e)
        {
            warn(e.Message);
            return false;
        }
    }

    /// <summary>Which of the cells have a result, whoever computed it, with that result.</summary>
    public IEnumerable<(Cell Cell, CellResult Result)> Present(IEnumerable<Cell> cells)
    {
        foreach (Cell cell in cells.Where(cell => File.Exists(folder.Result(cell))))
        {
            if (Find(cell) is { } result)
            {
                yield return (cell, result);
            }
        }
    }

    private CellResult? Find(Cell cell)
    {
        try
        {
            string path = folder.Result(cell);
            return CellFile.ReadFacts(path).Hash == cell.Facts.Hash ? CellFile.ReadResult(path, episodes) : null;
        }
        catch (DataFileException e)
        {
            warn(e.Message);
            return null;
        }
    }

    private bool HasDraws(Cell cell, CellResult result)
    {
        string draws = folder.Draws(cell.Subject.DatasetName, cell.Setting);
        return File.Exists(draws)
            && Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(draws))) == result.DrawsHash;
    }
}
