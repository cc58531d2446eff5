using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Stochastic gradient descent, θ −= lr · direction, with momentum.</summary>
    public class SGD : optim.Optimizer
    {
        private readonly SgdSettings _settings;
        private readonly Tensor?[] _directions;

        internal SGD(IEnumerable<Parameter> parameters, double learningRate, SgdSettings settings)
            : base(parameters, learningRate)
        {
            _settings = settings;
            _directions = new Tensor?[Parameters.Length];
        }

        private protected override void Update(int index, Parameter parameter, Tensor gradient)
        {
            if (_settings.WeightDecay != 0) gradient = gradient.add(parameter, _settings.WeightDecay);
            if (_settings.Momentum != 0)
            {
                var direction = Direction(index, gradient);
                gradient = _settings.Nesterov ? gradient.add(direction, _settings.Momentum) : direction;
            }

            parameter.add_(gradient, _settings.Maximize ? Rate : -Rate);
        }

        private protected override void FreeState()
        {
            foreach (var direction in _directions) direction?.Dispose();
        }

        private Tensor Direction(int index, Tensor gradient)
        {
            if (_directions[index] is not { } kept)
            {
                return _directions[index] = gradient.clone().DetachFromDisposeScope();
            }

            return kept.mul_(_settings.Momentum).add_(gradient, 1 - _settings.Dampening);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            public static Modules.SGD SGD(
                IEnumerable<Modules.Parameter> parameters, double learningRate, double momentum = 0,
                double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, new(momentum, dampening, weight_decay, nesterov, maximize));

            public static Modules.SGD SGD(
                IEnumerable<(string name, Modules.Parameter parameter)> parameters, double learningRate,
                double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false,
                bool maximize = false) =>
                SGD(
                    parameters.Select(named => named.parameter), learningRate, momentum, dampening, weight_decay,
                    nesterov, maximize);
        }
    }
}
