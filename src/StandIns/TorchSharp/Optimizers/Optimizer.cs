using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Changes parameters, step by step, by their gradients.</summary>
        public abstract class Optimizer : IDisposable
        {
            private readonly RateController _rate;

            private protected Optimizer(IEnumerable<Parameter> parameters, double learningRate)
            {
                Parameters = parameters.ToArray();
                _rate = new RateController { LearningRate = learningRate, InitialLearningRate = learningRate };
            }

            /// <summary>Where schedulers set the learning rate: one group of parameters.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => [_rate];

            private protected Parameter[] Parameters { get; }

            private protected double Rate => _rate.LearningRate;

            /// <summary>Changes every parameter that has a gradient.</summary>
            /// <param name="closure">Computes the loss and the gradients first, recorded.</param>
            /// <returns>The loss of the closure, or null where there is none.</returns>
            public virtual Tensor? step(Func<Tensor>? closure = null)
            {
                var loss = closure is null ? null : Evaluate(closure);
                using var unrecorded = no_grad();
                using var scope = NewDisposeScope();
                for (var i = 0; i < Parameters.Length; i++)
                {
                    if (Parameters[i].grad is { } gradient) Update(i, Parameters[i], gradient);
                }

                return loss;
            }

            /// <summary>Fills every gradient with 0.</summary>
            public virtual void zero_grad()
            {
                foreach (var parameter in Parameters)
                {
                    using var gradient = parameter.grad;
                    gradient?.zero_();
                }
            }

            public void Dispose()
            {
                FreeState();
                GC.SuppressFinalize(this);
            }

            private protected static Tensor Evaluate(Func<Tensor> closure)
            {
                using var recorded = enable_grad();
                return closure();
            }

            /// <summary>Changes one parameter; runs unrecorded, in a dispose scope.</summary>
            private protected abstract void Update(int index, Parameter parameter, Tensor gradient);

            /// <summary>Frees the tensors kept from step to step.</summary>
            private protected abstract void FreeState();
        }
    }
}
