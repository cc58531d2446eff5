namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>
            /// Sets an optimiser's learning rate by the number of the epoch. It never writes to the console.
            /// </summary>
            public abstract class LRScheduler
            {
                private readonly ILearningRateController[] _rates;

                private protected LRScheduler(Optimizer optimizer, int lastEpoch)
                {
                    _rates = optimizer.ParamGroups.ToArray();
                    Epoch = lastEpoch;
                }

                /// <summary>The epoch that the rates are set for; the first is 0.</summary>
                private protected int Epoch { get; private set; }

                /// <summary>Sets the rates for the next epoch.</summary>
                public virtual void step()
                {
                    Epoch++;
                    foreach (var rate in _rates) rate.LearningRate = RateFor(rate);
                }

                /// <summary>The rates as last set.</summary>
                public IEnumerable<double> get_last_lr() => _rates.Select(rate => rate.LearningRate);

                private protected abstract double RateFor(ILearningRateController rate);
            }
        }
    }
}
