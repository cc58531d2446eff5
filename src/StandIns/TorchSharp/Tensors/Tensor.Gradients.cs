using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// What the last <see cref="backward()"/> accumulated here, or null. Each read makes a new owner.
        /// </summary>
        public Tensor? grad
        {
            get
            {
                var gradient = Held(ReadGradient);
                return gradient == 0 ? null : new Tensor(gradient);
            }

            set => SetGradient(value);
        }

        /// <summary>Whether operations on the tensor are recorded for <see cref="backward()"/>.</summary>
        public bool requires_grad
        {
            get => Described(static d => d.RequiresGrad != 0);
            set => NativeError.Check(Held(
                native => NativeMethods.clipper_tensor_set_requires_grad(native, value ? 1 : 0)));
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>
        /// Adds the derivatives of this scalar to the gradients of every leaf that it was computed from.
        /// </summary>
        public void backward() => backward(null);

        /// <param name="grad_tensors">One tensor, the derivative by this one; null where this is a scalar.</param>
        /// <param name="retain_graph">Keep the graph for another call.</param>
        /// <param name="create_graph">Record the derivatives' own graph.</param>
        /// <param name="inputs">Accumulate into these leaves only.</param>
        public void backward(
            IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false,
            IList<Tensor>? inputs = null) =>
            Aten.Run(
                "_backward", this, Argument.List(inputs?.ToArray() ?? []), grad_tensors?.Single(),
                retain_graph || create_graph, create_graph);

        private static unsafe nint ReadGradient(nint native)
        {
            nint gradient;
            NativeError.Check(NativeMethods.clipper_tensor_grad(native, &gradient));
            return gradient;
        }

        private void SetGradient(Tensor? value) =>
            NativeError.Check(Held(native => value is null
                ? NativeMethods.clipper_tensor_set_grad(native, 0)
                : value.Held(gradient => NativeMethods.clipper_tensor_set_grad(native, gradient))));
    }
}
