using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Clipper.Clip.Training;

/// <summary>CLIP's symmetric contrastive loss (Radford et al. 2021, figure 3): with the logits z = scale · Î T̂ᵀ the
/// mean of the cross-entropies of the rows (which captions has the picture?) and of the columns (which pictures has the
/// caption?). What is true shares the target equally, so that nothing is pushed away from what it says, and a picture
/// with several things in it comes to lie equally near to the captions of all of them. A caption that is true of no
/// picture has no column of its own.</summary>
internal static class ContrastiveLoss
{
    // Far below any cosine times the largest scale: e^-1000 is 0 beside the others.
    private const float Excluded = -1000;

    /// <summary>The loss of a batch.</summary>
    /// <param name="images">Unit embeddings [n, d].</param>
    /// <param name="texts">Unit embeddings [m, d].</param>
    /// <param name="scale">What cosines are multiplied by, one value.</param>
    /// <param name="truth">[n, m], row-major: whether caption j is true of picture i; one or more in each row.</param>
    /// <param name="doubt">[n, m]: pairs that are left out of all sums; none of them true. Empty for none.</param>
    public static Tensor Of(
        Tensor images, Tensor texts, Tensor scale, ReadOnlySpan<bool> truth, ReadOnlySpan<bool> doubt = default)
    {
        using var scope = NewDisposeScope();
        int rows = (int)images.size(0);
        int columns = (int)texts.size(0);
        var logits = images.matmul(texts.t()).mul(scale);
        if (!doubt.IsEmpty)
        {
            logits = logits.add(Exclusion(doubt, rows, columns));
        }

        var ofPictures = nn.functional.cross_entropy(logits, Targets(truth, rows, columns, isTransposed: false));
        var ofCaptions = nn.functional.cross_entropy(logits.t(), Targets(truth, columns, rows, isTransposed: true));
        return ofPictures.add(ofCaptions).mul(0.5).MoveToOuterDisposeScope();
    }

    private static Tensor Exclusion(ReadOnlySpan<bool> doubt, int rows, int columns)
    {
        var exclusion = zeros(rows, columns);
        var values = MemoryMarshal.Cast<byte, float>(exclusion.bytes);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = doubt[i] ? Excluded : 0;
        }

        return exclusion;
    }

    // Probabilities [rows, columns]: each row shared by what is true in it.
    private static Tensor Targets(ReadOnlySpan<bool> truth, int rows, int columns, bool isTransposed)
    {
        var targets = zeros(rows, columns);
        var values = MemoryMarshal.Cast<byte, float>(targets.bytes);
        for (int row = 0; row < rows; row++)
        {
            var shares = values.Slice(row * columns, columns);
            int trueOnes = 0;
            for (int column = 0; column < columns; column++)
            {
                bool isTrue = truth[isTransposed ? (column * rows) + row : (row * columns) + column];
                shares[column] = isTrue ? 1 : 0;
                trueOnes += isTrue ? 1 : 0;
            }

            foreach (ref float share in shares)
            {
                share /= Math.Max(1, trueOnes);
            }
        }

        return targets;
    }
}
