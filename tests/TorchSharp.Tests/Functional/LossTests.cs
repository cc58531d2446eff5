using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.Functional;

public sealed class LossTests
{
    private readonly Tensor _logits = Values.Of([2, 3], 1, 2, 3, 1, 2, 3);
    private readonly Tensor _labels = tensor(new long[] { 2, 0 });

    [Fact]
    public void Cross_entropy_is_the_negative_log_of_the_softmax()
    {
        Values.AssertEqual(cross_entropy(_logits, _labels, reduction: Reduction.None), [2], 0.40760596, 2.40760596);
        Values.AssertEqual(cross_entropy(_logits, _labels), [], 1.40760596);
        Values.AssertEqual(nn.CrossEntropyLoss(ignore_index: 0).call(_logits, _labels), [], 0.40760596);
        Values.AssertEqual(cross_entropy(_logits, _labels, label_smoothing: 0.3), [], 1.40760596);
    }

    [Fact]
    public void Nll_loss_takes_log_probabilities()
    {
        using var logs = _logits.log_softmax(1);

        Values.AssertEqual(nll_loss(logs, _labels, reduction: Reduction.Sum), [], 2.81521192);
    }

    [Fact]
    public void Binary_cross_entropy_weighs_positives()
    {
        using var logits = Values.Vector(0, 2);
        using var targets = Values.Vector(1, 0);
        var (positive, negative) = (Math.Log(2), Math.Log(1 + Math.Exp(2)));

        Values.AssertEqual(
            binary_cross_entropy_with_logits(logits, targets, reduction: Reduction.None), [2], positive, negative);
        Values.AssertEqual(
            binary_cross_entropy_with_logits(logits, targets, pos_weights: Values.Vector(3, 3)),
            [],
            ((3 * positive) + negative) / 2);
    }
}
