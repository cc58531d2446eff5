namespace Clipper.Bench.Runs;

/// <summary>Counts the answers that were given to one query.</summary>
internal sealed class AnswerTally
{
    // In the order in which they were first given.
    private readonly List<(int[] Classes, int Count)> _wrong = [];

    /// <summary>Episodes in which it was a query.</summary>
    public int Shown { get; private set; }

    /// <summary>Wrong answers.</summary>
    public int Wrong => _wrong.Sum(answer => answer.Count);

    /// <summary>The wrong answer that was given most often, on ties the one that was given first.</summary>
    public IReadOnlyList<int> Predicted => _wrong.Count == 0 ? [] : _wrong.MaxBy(answer => answer.Count).Classes;

    /// <summary>Adds a right answer.</summary>
    public void AddRight() => Shown++;

    /// <summary>Adds a wrong answer.</summary>
    /// <param name="classes">The predicted classes, as numbers of the data set, ascending.</param>
    public void AddWrong(int[] classes)
    {
        Shown++;
        int place = _wrong.FindIndex(answer => answer.Classes.AsSpan().SequenceEqual(classes));
        if (place < 0)
        {
            _wrong.Add((classes, 1));
        }
        else
        {
            _wrong[place] = (classes, _wrong[place].Count + 1);
        }
    }
}
