using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Adam; weight decay is added to the gradient.</summary>
    public class Adam : optim.Optimizer
    {
        private readonly AdamSettings _settings;
        private readonly AdamState _state;

        internal Adam(IEnumerable<Parameter> parameters, double learningRate, AdamSettings settings)
            : base(parameters, learningRate)
        {
            _settings = settings;
            _state = new AdamState(settings, Parameters.Length);
        }

        private protected override void Update(int index, Parameter parameter, Tensor gradient)
        {
            if (_settings.Maximize) gradient = gradient.neg();
            if (_settings.WeightDecay != 0) gradient = gradient.add(parameter, _settings.WeightDecay);
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
            public static Modules.Adam Adam(
                IEnumerable<Modules.Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999,
                double eps = 1E-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters, lr, new(beta1, beta2, eps, weight_decay, amsgrad, maximize));

            public static Modules.Adam Adam(
                IEnumerable<(string name, Modules.Parameter parameter)> parameters, double lr = 0.001,
                double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0,
                bool amsgrad = false, bool maximize = false) =>
                Adam(
                    parameters.Select(named => named.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad,
                    maximize);
        }
    }
}
