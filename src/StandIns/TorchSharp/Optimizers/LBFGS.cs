using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>
    /// L-BFGS without line search, as libtorch has it: one step is up to max_iter iterations of
    /// θ += lr · direction, the first of them no longer than lr in the 1-norm.
    /// </summary>
    public class LBFGS : optim.Optimizer
    {
        private readonly LbfgsSettings _settings;
        private readonly LbfgsHistory _history;
        private LbfgsMove? _last;

        internal LBFGS(IEnumerable<Parameter> parameters, double learningRate, LbfgsSettings settings)
            : base(parameters, learningRate)
        {
            _settings = settings;
            _history = new LbfgsHistory(settings.History);
        }

        /// <param name="closure">Clears the gradients, computes loss and gradients, and returns the loss.</param>
        /// <exception cref="ArgumentNullException">There is no closure.</exception>
        public override Tensor? step(Func<Tensor>? closure)
        {
            ArgumentNullException.ThrowIfNull(closure);
            using var unrecorded = no_grad();
            var first = Evaluate(closure);
            var loss = LbfgsHistory.Number(first);
            var gradient = FlatGradient();
            var evaluations = 1L;
            for (var i = 1L; i <= _settings.MaxIterations && Largest(gradient) > _settings.ToleranceGradient; i++)
            {
                var move = _last = NextMove(gradient);
                if (LbfgsHistory.Dot(gradient, move.Direction) > -_settings.ToleranceChange) break;
                Advance(move);
                if (i == _settings.MaxIterations) break;
                var before = loss;
                loss = Reevaluate(closure, ref gradient);
                if (++evaluations >= _settings.MaxEvaluations || HasStalled(move, loss - before)) break;
            }

            gradient.Dispose();
            return first;
        }

        private protected override void Update(int index, Parameter parameter, Tensor gradient) =>
            throw new InvalidOperationException("L-BFGS moves all parameters together.");

        private protected override void FreeState()
        {
            _history.Dispose();
            _last?.Dispose();
        }

        private static double Largest(Tensor values)
        {
            using var sizes = Aten.One("abs", values);
            using var largest = sizes.max();
            return LbfgsHistory.Number(largest);
        }

        // What the last move did to the gradient is remembered here, one iteration late: only now is it known.
        private LbfgsMove NextMove(Tensor gradient)
        {
            var length = Rate;
            if (_last is null)
            {
                using var sizes = Aten.One("abs", gradient);
                using var sum = sizes.sum();
                length = Math.Min(1, 1 / LbfgsHistory.Number(sum)) * Rate;
            }
            else
            {
                _history.Add(Kept(_last.Direction.mul(_last.Length)), Kept(gradient.sub(_last.Gradient)));
                _last.Dispose();
            }

            return new LbfgsMove(Kept(_history.Direction(gradient)), length, Kept(gradient.clone()));
        }

        private static Tensor Kept(Tensor tensor) => tensor.DetachFromDisposeScope();

        private void Advance(LbfgsMove move)
        {
            var offset = 0L;
            foreach (var parameter in Parameters)
            {
                using var part = move.Direction.narrow(0, offset, parameter.numel());
                using var shaped = part.reshape(parameter.shape);
                parameter.add_(shaped, move.Length);
                offset += parameter.numel();
            }
        }

        private double Reevaluate(Func<Tensor> closure, ref Tensor gradient)
        {
            using var loss = Evaluate(closure);
            gradient.Dispose();
            gradient = FlatGradient();
            return LbfgsHistory.Number(loss);
        }

        private bool HasStalled(LbfgsMove move, double lossChange) =>
            Math.Abs(lossChange) < _settings.ToleranceChange
            || Largest(move.Direction) * move.Length <= _settings.ToleranceChange;

        private Tensor FlatGradient()
        {
            using var scope = NewDisposeScope();
            var parts = Parameters.Select(parameter =>
                parameter.grad?.reshape(-1) ?? zeros(parameter.numel(), parameter.dtype, parameter.device));
            return cat(parts.ToArray()).DetachFromDisposeScope();
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            public static Modules.LBFGS LBFGS(
                IEnumerable<(string name, Modules.Parameter parameter)> parameters, double lr = 0.01,
                long max_iter = 20, long? max_eval = null, double tolerange_grad = 1E-05,
                double tolerance_change = 1E-09, long history_size = 100) =>
                LBFGS(
                    parameters.Select(named => named.parameter), lr, max_iter, max_eval, tolerange_grad,
                    tolerance_change, history_size);

            public static Modules.LBFGS LBFGS(
                IEnumerable<Modules.Parameter> parameters, double lr = 0.01, long max_iter = 20,
                long? max_eval = null, double tolerange_grad = 1E-05, double tolerance_change = 1E-09,
                long history_size = 100) =>
                new(
                    parameters,
                    lr,
                    new(max_iter, max_eval ?? 5 * max_iter / 4, tolerange_grad, tolerance_change, history_size));
        }
    }
}
