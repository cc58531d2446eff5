using Clipper.Bench.Embeddings;
using Clipper.Core.Randomness;

namespace Clipper.Bench.Runs.Planning;

/// <summary>Seeded random rows of a model's length, a few that all samples share: as much work as real ones.</summary>
internal sealed class RandomEmbeddings : IEmbeddings
{
    private const int Rows = 97;

    private readonly float[][] _rows;

    /// <summary>For a subject.</summary>
    public RandomEmbeddings(Subject subject)
    {
        Dimension = subject.Model.Vision.EmbeddingSize;
        var random = new RandomState(0);
        _rows = new float[Rows][];
        for (int i = 0; i < Rows; i++)
        {
            _rows[i] = new float[Dimension];
            for (int d = 0; d < Dimension; d++)
            {
                _rows[i][d] = (random.NextIndex(2001) - 1000) / 1000f;
            }
        }
    }

    /// <inheritdoc />
    public int Dimension { get; }

    /// <inheritdoc />
    public string Key => "";

    /// <inheritdoc />
    public bool FromCache => false;

    /// <inheritdoc />
    public IReadOnlyDictionary<int, string> Skipped { get; } = new Dictionary<int, string>();

    /// <inheritdoc />
    public ReadOnlySpan<float> Row(int index) => _rows[index % Rows];

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
