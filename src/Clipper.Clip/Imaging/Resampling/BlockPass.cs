using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Clipper.Clip.Imaging.Resampling;

/// <summary>The horizontal pass where a machine permutes bytes across 512 bits (AVX-512 VBMI): sixteen bytes of a
/// result row a step, in four rows at once, which share the weights.</summary>
internal static class BlockPass
{
    private const int StepRows = 4;

    /// <summary>Resamples as many rows as it can.</summary>
    /// <param name="source">Rows of interleaved channels, without padding.</param>
    /// <param name="axis">Where each wanted column reads, and its weights.</param>
    /// <param name="row">Bytes of a source row, and channels (1 to 4).</param>
    /// <param name="target">As many rows of wanted columns as the source has rows.</param>
    /// <returns>How many rows are done, from the first on: not the last ones, where a vector would read past the end of
    /// the source, and none where the axis cannot be cut into blocks.</returns>
    public static int Run(
        ReadOnlySpan<byte> source, FixedAxis axis, (int Stride, int Channels) row, Span<byte> target)
    {
        using BlockAxis? blocks = BlockAxis.TryMake(axis, row.Channels);
        if (blocks is null)
        {
            return 0;
        }

        int width = axis.Count * row.Channels;
        int spare = source.Length - blocks.Reach;
        int rows = spare < 0 ? 0 : Math.Min((spare / row.Stride) + 1, target.Length / width);
        if (rows < StepRows)
        {
            return 0;
        }

        for (int next = 0; next < rows; next += StepRows)
        {
            int first = Math.Min(next, rows - StepRows);
            RunRows(blocks, source[(first * row.Stride)..], row.Stride, target.Slice(first * width, StepRows * width));
        }

        return rows;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunRows(BlockAxis blocks, ReadOnlySpan<byte> source, int stride, Span<byte> target)
    {
        (int pairs, int step, int width) = (blocks.Pairs, blocks.Step, target.Length / StepRows);
        ReadOnlySpan<int> starts = blocks.Starts;
        ref byte orders = ref MemoryMarshal.GetReference(blocks.Orders);
        ref int weights = ref MemoryMarshal.GetReference(blocks.Weights);
        for (int block = 0; block < starts.Length; block++)
        {
            Vector512<byte> order = Vector512.LoadUnsafe(ref orders, (nuint)(block * BlockAxis.Window));
            ref byte from = ref Unsafe.Add(ref MemoryMarshal.GetReference(source), starts[block]);
            Sums row0 = default, row1 = default, row2 = default, row3 = default;
            for (int pair = 0; pair < pairs; pair++)
            {
                Vector512<short> high = Vector512.LoadUnsafe(ref weights).AsInt16();
                Vector512<short> low = Vector512.LoadUnsafe(ref weights, BlockAxis.Width).AsInt16();
                row0 = row0.Add(Fetch(ref from, order), high, low);
                row1 = row1.Add(Fetch(ref Unsafe.Add(ref from, stride), order), high, low);
                row2 = row2.Add(Fetch(ref Unsafe.Add(ref from, 2 * stride), order), high, low);
                row3 = row3.Add(Fetch(ref Unsafe.Add(ref from, 3 * stride), order), high, low);
                from = ref Unsafe.Add(ref from, step);
                weights = ref Unsafe.Add(ref weights, 2 * BlockAxis.Width);
            }

            ref byte to = ref target[Math.Min(block * BlockAxis.Width, width - BlockAxis.Width)];
            row0.Store(ref to);
            row1.Store(ref Unsafe.Add(ref to, width));
            row2.Store(ref Unsafe.Add(ref to, 2 * width));
            row3.Store(ref Unsafe.Add(ref to, 3 * width));
        }
    }

    /// <summary>Two taps of each of sixteen bytes, as 16-bit numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> Fetch(ref byte from, Vector512<byte> order) =>
        Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref from), order).AsInt16() & Vector512.Create((short)0xFF);

    /// <summary>Sums of sixteen bytes of one row, of the weights' high and low parts.</summary>
    private readonly struct Sums(Vector512<int> high, Vector512<int> low)
    {
        private readonly Vector512<int> _high = high;
        private readonly Vector512<int> _low = low;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Sums Add(Vector512<short> values, Vector512<short> high, Vector512<short> low) => new(
            _high + Avx512BW.MultiplyAddAdjacent(values, high), _low + Avx512BW.MultiplyAddAdjacent(values, low));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Store(ref byte target)
        {
            Vector512<int> sums = (_high << FixedAxis.LowBits) + _low + Vector512.Create(FixedAxis.Rounding);
            Vector512<int> values = Vector512.Max(sums >> FixedAxis.Precision, Vector512<int>.Zero);
            Avx512F.ConvertToVector128ByteWithSaturation(values.AsUInt32()).StoreUnsafe(ref target);
        }
    }
}
