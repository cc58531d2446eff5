namespace ScottPlot.TickGenerators;

/// <summary>Ticks where the caller wants them.</summary>
public class NumericManual : ITickGenerator
{
    private readonly List<Tick> _ticks = [];

    public NumericManual()
    {
    }

    public NumericManual(Tick[] ticks) => _ticks.AddRange(ticks);

    public NumericManual(double[] positions, string[] labels)
    {
        if (positions.Length != labels.Length)
        {
            throw new ArgumentException($"{nameof(positions)} must have same length as {nameof(labels)}");
        }

        for (int i = 0; i < positions.Length; i++)
        {
            AddMajor(positions[i], labels[i]);
        }
    }

    public Tick[] Ticks => [.. _ticks];

    public int MaxTickCount { get; set; } = 50;

    public void Add(Tick tick) => _ticks.Add(tick);

    public void AddMajor(double position, string label) => Add(Tick.Major(position, label));

    public void AddMinor(double position) => Add(Tick.Minor(position));
}
