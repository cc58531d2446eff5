using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler;

namespace TorchSharp;

/// <summary>
/// η_t = η_min + (η_0 − η_min)(1 + cos(π t / T_max)) / 2 (Loshchilov and Hutter 2017), step from step as PyTorch
/// computes it, so that a rate that was changed from outside is followed.
/// </summary>
internal sealed class CosineAnnealingLR : LRScheduler
{
    private readonly double _period;
    private readonly double _minimum;

    internal CosineAnnealingLR(Optimizer optimizer, double period, double minimum, int lastEpoch)
        : base(optimizer, lastEpoch)
    {
        (_period, _minimum) = (period, minimum);
        step();
    }

    private protected override double RateFor(ILearningRateController rate)
    {
        if (Epoch == 0) return rate.LearningRate;
        if ((Epoch - 1 - _period) % (2 * _period) == 0)
        {
            return rate.LearningRate + ((rate.InitialLearningRate - _minimum) * (1 - Math.Cos(Math.PI / _period)) / 2);
        }

        return (Height(Epoch) / Height(Epoch - 1) * (rate.LearningRate - _minimum)) + _minimum;
    }

    private double Height(int epoch) => 1 + Math.Cos(Math.PI * epoch / _period);
}
