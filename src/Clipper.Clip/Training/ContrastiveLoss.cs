using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Clipper.Clip.Training;

/// <summary>CLIP's symmetric contrastive loss (Radford et al. 2021, figure 3): with the logits z = scale · Î T̂ᵀ the
/// mean of the cross-entropies of the rows (which caption has the picture?) and of the columns (which picture has the
/// caption?). Where several captions are true of a picture, or pictures of a caption, they share the target equally, so
/// none is pushed away from what it says.</summary>
internal static class ContrastiveLoss
{
    /// <summary>The loss of a batch.</summary>
    /// <param name="images">Unit embeddings [n, d].</param>
    /// <param name="texts">Unit embeddings [n, d].</param>
    /// <param name="scale">What cosines are multiplied by, one value.</param>
    /// <param name="truth">[n, n], row-major: whether caption j is true of picture i; the diagonal is true.</param>
    public static Tensor Of(Tensor images, Tensor texts, Tensor scale, ReadOnlySpan<bool> truth)
    {
        using var scope = NewDisposeScope();
        int count = (int)images.size(0);
        var logits = images.matmul(texts.t()).mul(scale);
        var rows = nn.functional.cross_entropy(logits, Targets(truth, count, isTransposed: false));
        var columns = nn.functional.cross_entropy(logits.t(), Targets(truth, count, isTransposed: true));
        return rows.add(columns).mul(0.5).MoveToOuterDisposeScope();
    }

    // Probabilities [n, n]: each row shared by what is true in it.
    private static Tensor Targets(ReadOnlySpan<bool> truth, int count, bool isTransposed)
    {
        var targets = zeros(count, count);
        var values = MemoryMarshal.Cast<byte, float>(targets.bytes);
        for (int row = 0; row < count; row++)
        {
            var shares = values.Slice(row * count, count);
            int trueOnes = 0;
            for (int column = 0; column < count; column++)
            {
                bool isTrue = truth[isTransposed ? (column * count) + row : (row * count) + column];
                shares[column] = isTrue ? 1 : 0;
                trueOnes += isTrue ? 1 : 0;
            }

            foreach (ref float share in shares)
            {
                share /= trueOnes;
            }
        }

        return targets;
    }
}
