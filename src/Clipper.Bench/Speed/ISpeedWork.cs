namespace Clipper.Bench.Speed;

/// <summary>A piece of work that the gate times: what users wait for, on inputs that differ from round to
/// round.</summary>
internal interface ISpeedWork : IDisposable
{
    /// <summary>Its name in tables and on the command line.</summary>
    string Name { get; }

    /// <summary>What it does a call, e.g. 8 images.</summary>
    double Amount { get; }

    /// <summary>Unit of the amount.</summary>
    string Unit { get; }

    /// <summary>Makes the inputs of a round; they are the same whenever it is called with the same number.</summary>
    void Prepare(int round);

    /// <summary>Does the work: this alone is timed.</summary>
    void Run();

    /// <summary>Checksum of what the last <see cref="Run"/> gave.</summary>
    string Answer();

    /// <summary>The checksum that the same inputs give through the code of a run, which makes the numbers that are
    /// reported.</summary>
    string Expected();
}
