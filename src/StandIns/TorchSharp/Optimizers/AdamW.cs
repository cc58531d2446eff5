using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>
    /// Adam with decoupled weight decay (Loshchilov and Hutter 2019): θ · (1 − lr · decay) before each step. The
    /// decay is 0 unless given.
    /// </summary>
    public class AdamW : optim.Optimizer
    {
        private readonly AdamSettings _settings;
        private readonly AdamState _state;

        internal AdamW(IEnumerable<Parameter> parameters, double learningRate, AdamSettings settings)
            : base(parameters, learningRate)
        {
            _settings = settings;
            _state = new AdamState(settings, Parameters.Length);
        }

        private protected override void Update(int index, Parameter parameter, Tensor gradient)
        {
            if (_settings.Maximize) gradient = gradient.neg();
            parameter.mul_(1 - (Rate * _settings.WeightDecay));
            _state.Step(index, parameter, gradient, Rate);
        }

        private protected override void FreeState() => _state.Dispose();
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            public static Modules.AdamW AdamW(
                IEnumerable<Modules.Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999,
                double eps = 1E-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters, lr, new(beta1, beta2, eps, weight_decay, amsgrad, maximize));

            public static Modules.AdamW AdamW(
                IEnumerable<(string name, Modules.Parameter parameter)> parameters, double lr = 0.001,
                double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0,
                bool amsgrad = false, bool maximize = false) =>
                AdamW(
                    parameters.Select(named => named.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad,
                    maximize);
        }
    }
}
