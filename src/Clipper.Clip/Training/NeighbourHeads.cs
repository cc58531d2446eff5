using Clipper.Clip.Models;

namespace Clipper.Clip.Training;

/// <summary>Positions and heads of a vision tower that begins like a convolution (Cordonnier, Loukas and Jaggi 2020,
/// arXiv 1911.03584; d'Ascoli et al. 2021, arXiv 2103.10697). The last channels hold waves of a patch's line and
/// column, and nothing else. A key is a patch's waves; a query is them moved on by an offset, so that the head looks at
/// the patch that lies there.</summary>
internal sealed class NeighbourHeads
{
    // Radians from one patch to the next.
    private const double SlowestWave = 0.2;
    private const double FastestWave = 1.6;

    private const double WaveSize = 1.6;
    private const double Sharpness = 8;

    private static readonly (int Lines, int Columns)[] _beside = [(0, 1), (0, -1), (1, 0), (-1, 0)];
    private static readonly (int Lines, int Columns)[] _aslant = [(1, 1), (1, -1), (-1, 1), (-1, -1)];

    private readonly VisionSettings _vision;
    private readonly int _headWidth;
    private readonly double[] _rates;

    /// <summary>For a tower whose heads are at least 8 wide.</summary>
    public NeighbourHeads(VisionSettings vision)
    {
        _vision = vision;
        _headWidth = vision.Width / vision.Heads;
        int waves = _headWidth / 4;
        _rates =
        [
            .. Enumerable.Range(0, waves).Select(
                wave => SlowestWave + ((FastestWave - SlowestWave) * wave / Math.Max(1, waves - 1))),
        ];
        FirstChannel = vision.Width - (4 * waves);
    }

    /// <summary>The first channel that holds positions.</summary>
    public int FirstChannel { get; }

    /// <summary>Fills the table [1 + patches, width]: sines and cosines of the line, then of the column.</summary>
    public void FillPositions(Span<float> table)
    {
        table.Clear();
        for (int patch = 0; patch < _vision.Tokens - 1; patch++)
        {
            var row = table.Slice((patch + 1) * _vision.Width, _vision.Width);
            for (int wave = 0; wave < _rates.Length; wave++)
            {
                FillWave(row, Channel(0, wave), patch / _vision.Grid * _rates[wave]);
                FillWave(row, Channel(1, wave), patch % _vision.Grid * _rates[wave]);
            }
        }
    }

    /// <summary>Points the first heads of a block at neighbours: in blocks 0, 2, … at those beside, in the others at
    /// those aslant. What heads are left stay random.</summary>
    /// <param name="block">Its number.</param>
    /// <param name="packed">Weights of queries, keys and values [3 · width, width].</param>
    public void FillBlock(int block, Span<float> packed)
    {
        var offsets = block % 2 == 0 ? _beside : _aslant;
        for (int head = 0; head < Math.Min(_vision.Heads, offsets.Length); head++)
        {
            int size = _headWidth * _vision.Width;
            var queries = packed.Slice(head * size, size);
            var keys = packed.Slice((_vision.Width * _vision.Width) + (head * size), size);
            queries.Clear();
            keys.Clear();
            for (int wave = 0; wave < _rates.Length; wave++)
            {
                FillPair(queries, keys, axis: 0, wave, offsets[head].Lines);
                FillPair(queries, keys, axis: 1, wave, offsets[head].Columns);
            }
        }
    }

    // sin(a + d) = sin a · cos d + cos a · sin d, and cos(a + d) = cos a · cos d − sin a · sin d.
    private void FillPair(Span<float> queries, Span<float> keys, int axis, int wave, int offset)
    {
        int sine = Channel(axis, wave);
        int cosine = sine + _rates.Length;
        int row = (sine - FirstChannel) * _vision.Width;
        int cosineRow = (cosine - FirstChannel) * _vision.Width;
        (double sin, double cos) = Math.SinCos(_rates[wave] * offset);
        keys[row + sine] = 1;
        keys[cosineRow + cosine] = 1;
        queries[row + sine] = (float)(Sharpness * cos);
        queries[row + cosine] = (float)(Sharpness * sin);
        queries[cosineRow + cosine] = (float)(Sharpness * cos);
        queries[cosineRow + sine] = (float)(-Sharpness * sin);
    }

    private void FillWave(Span<float> row, int channel, double angle)
    {
        (double sin, double cos) = Math.SinCos(angle);
        row[channel] = (float)(WaveSize * sin);
        row[channel + _rates.Length] = (float)(WaveSize * cos);
    }

    private int Channel(int axis, int wave) => FirstChannel + (axis * 2 * _rates.Length) + wave;
}
