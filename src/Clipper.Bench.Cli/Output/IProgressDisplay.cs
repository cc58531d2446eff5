namespace Clipper.Bench.Cli.Output;

/// <summary>Shows on stderr how far things are. Calls may come from any thread.</summary>
internal interface IProgressDisplay
{
    /// <summary>A task moved on; <paramref name="done"/> = <paramref name="total"/> ends it.</summary>
    /// <param name="task">Its name; a new name is a new task.</param>
    /// <param name="done">How many are done.</param>
    /// <param name="total">How many there are.</param>
    /// <param name="unit">What is counted, in the plural, e.g. images.</param>
    void Advance(string task, int done, int total, string unit);

    /// <summary>A part of a task moved on: seen on a live display alone, and gone when it has ended.</summary>
    void Step(string part, int done, int total, string unit);

    /// <summary>What a live display says beside a task, in the place of what it said before.</summary>
    void Remark(string task, string remark);

    /// <summary>Something that happened.</summary>
    void Note(string line);

    /// <summary>Something that happened and that a bar shows already; a line of its own where there are no
    /// bars.</summary>
    void Detail(string line);

    /// <summary>Something that the user should look at; --quiet does not hide it.</summary>
    void Warn(string line);
}
