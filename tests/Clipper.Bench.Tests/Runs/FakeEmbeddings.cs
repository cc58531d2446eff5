using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;
using Clipper.Core.Randomness;

namespace Clipper.Bench.Tests.Runs;

/// <summary>Rows near the axis of each label, with seeded noise: learnable, but not perfectly.</summary>
internal sealed class FakeEmbeddings : IEmbeddings
{
    private readonly float[][] _rows;

    public FakeEmbeddings(IDataset dataset, double noise, params int[] skipped)
    {
        var random = new RandomState(1);
        Dimension = dataset.Classes.Count + 3;
        _rows = new float[dataset.Samples.Count][];
        for (int i = 0; i < _rows.Length; i++)
        {
            _rows[i] = new float[Dimension];
            foreach (int label in dataset.Samples[i].Labels)
            {
                _rows[i][label] = 1;
            }

            for (int d = 0; d < Dimension; d++)
            {
                _rows[i][d] += (float)(noise * (random.NextIndex(2001) - 1000) / 1000);
            }
        }

        Skipped = skipped.ToDictionary(sample => sample, _ => "truncated");
    }

    public int Dimension { get; }

    public string Key => new('k', 64);

    public bool FromCache => false;

    public IReadOnlyDictionary<int, string> Skipped { get; }

    public ReadOnlySpan<float> Row(int index) => _rows[index];

    public void Spoil(int index) => _rows[index][0] = float.NaN;

    /// <summary>Puts a sample onto an axis.</summary>
    public void Overwrite(int index, int axis)
    {
        _rows[index].AsSpan().Clear();
        _rows[index][axis] = 1;
    }

    public void Dispose()
    {
    }
}
