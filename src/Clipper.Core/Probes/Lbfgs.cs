using System.Numerics.Tensors;

namespace Clipper.Core.Probes;

/// <summary>Limited-memory BFGS (Nocedal and Wright, algorithm 7.4) for convex functions, with a preconditioner as its
/// first guess at the inverse Hessian.</summary>
/// <param name="size">Number of variables.</param>
internal sealed class Lbfgs(int size)
{
    private const int Memory = 10;
    private const int Trials = 30;

    /// <summary>A step must lower the value by this share of what its first slope promises.</summary>
    private const double Decrease = 1e-4;

    /// <summary>A step must make the slope flatter by this factor.</summary>
    private const double Flatter = 0.9;

    /// <summary>The first step, which no known curvature shapes, must come near the minimum along its line: far beyond
    /// it probabilities saturate, and the way back is long.</summary>
    private const double FirstFlatter = 0.1;

    /// <summary>Iterations in a row, without a gradient shorter by a tenth, after which rounding has the better of
    /// it.</summary>
    private const int Patience = 15;

    private readonly List<Step> _steps = [];
    private readonly double[] _direction = new double[size];
    private readonly double[] _scratch = new double[size];
    private readonly double[] _next = new double[size];
    private double[] _gradient = new double[size];
    private double[] _nextGradient = new double[size];

    /// <summary>Iterations so far.</summary>
    public int Iterations { get; private set; }

    /// <summary>Goes on from <paramref name="point"/>, with the curvature known from earlier calls, until the function
    /// calls it a minimum, <paramref name="iterations"/> are spent or steps make no progress.</summary>
    /// <returns>Whether it is a minimum, and the value there.</returns>
    public (bool IsMinimum, double Value) Minimize(ISmoothFunction function, double[] point, int iterations)
    {
        double value = function.Evaluate(point, _gradient);
        double shortest = double.PositiveInfinity;
        int idle = 0;
        for (int iteration = 0; !function.IsMinimum(point, _gradient); iteration++)
        {
            double length = TensorPrimitives.Norm<double>(_gradient);
            idle = length < 0.9 * shortest ? 0 : idle + 1;
            shortest = Math.Min(shortest, length);
            if (iteration == iterations || idle > Patience + iteration || !Advance(function, point, ref value))
            {
                return (false, value);
            }

            Iterations++;
        }

        return (true, value);
    }

    private bool Advance(ISmoothFunction function, double[] point, ref double value)
    {
        FindDirection(function);
        double slope = TensorPrimitives.Dot<double>(_gradient, _direction);
        if (!(slope < 0))
        {
            return false;
        }

        double flat = -slope * (_steps.Count == 0 ? FirstFlatter : Flatter);
        double noise = function.Noise * Math.Abs(value);
        var bracket = new SlopeBracket(slope);
        for (int trial = 0; trial < Trials; trial++)
        {
            TensorPrimitives.MultiplyAdd(_direction, bracket.Trial, point, _next);
            double found = function.Evaluate(_next, _nextGradient);
            double foundSlope = TensorPrimitives.Dot<double>(_nextGradient, _direction);
            bool isLower = found <= value + (Decrease * bracket.Trial * slope) + noise;
            if (isLower && Math.Abs(foundSlope) <= flat)
            {
                Accept(point, bracket.Trial);
                value = found;
                return true;
            }

            bracket.Narrow(foundSlope, !isLower);
        }

        return false;
    }

    private void Accept(double[] point, double length)
    {
        Step step = _steps.Count < Memory ? new Step(size) : _steps[0];
        if (_steps.Count == Memory)
        {
            _steps.RemoveAt(0);
        }

        TensorPrimitives.Multiply(_direction, length, step.Move);
        TensorPrimitives.Subtract(_nextGradient, _gradient, step.Change);
        step.Product = TensorPrimitives.Dot<double>(step.Move, step.Change);
        if (step.Product > 0)
        {
            _steps.Add(step);
        }

        _next.CopyTo(point);
        (_gradient, _nextGradient) = (_nextGradient, _gradient);
    }

    // The two-loop recursion.
    private void FindDirection(ISmoothFunction function)
    {
        TensorPrimitives.Negate(_gradient, _direction);
        Span<double> weights = stackalloc double[Memory];
        for (int i = _steps.Count - 1; i >= 0; i--)
        {
            Step step = _steps[i];
            weights[i] = TensorPrimitives.Dot<double>(step.Move, _direction) / step.Product;
            TensorPrimitives.MultiplyAdd(step.Change, -weights[i], _direction, _direction);
        }

        function.Precondition(_direction);
        if (_steps.Count > 0)
        {
            TensorPrimitives.Multiply(_direction, Scale(function, _steps[^1]), _direction);
        }

        for (int i = 0; i < _steps.Count; i++)
        {
            Step step = _steps[i];
            double weight = weights[i] - (TensorPrimitives.Dot<double>(step.Change, _direction) / step.Product);
            TensorPrimitives.MultiplyAdd(step.Move, weight, _direction, _direction);
        }
    }

    // s·y / yᵀP⁻¹y makes the preconditioner P right along the last step.
    private double Scale(ISmoothFunction function, Step last)
    {
        last.Change.CopyTo(_scratch, 0);
        function.Precondition(_scratch);
        return last.Product / TensorPrimitives.Dot<double>(last.Change, _scratch);
    }

    /// <summary>A step taken: the move s, the change y of the gradient, and s · y.</summary>
    private sealed class Step(int size)
    {
        public double[] Move { get; } = new double[size];

        public double[] Change { get; } = new double[size];

        public double Product { get; set; }
    }
}
