using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// An n-dimensional array in libtorch's memory. It has one owner, which disposes it: the innermost dispose scope
    /// in which it was made, else whoever made it. Operators whose name ends in _ change the tensor and return it.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        private TensorHandle _handle;

        internal Tensor(nint handle)
            : this(new TensorHandle(handle)) => OwningDisposeScope = DisposeScopeStack.Current.Register(this);

        // Belongs to no scope.
        internal Tensor(TensorHandle handle) => _handle = handle;

        internal DisposeScope? OwningDisposeScope { get; set; }

        /// <summary>The native tensor.</summary>
        /// <exception cref="InvalidOperationException">The tensor was disposed.</exception>
        public IntPtr Handle => Alive.DangerousGetHandle();

        private TensorHandle Alive =>
            _handle.IsClosed || _handle.IsInvalid
                ? throw new InvalidOperationException("Tensor invalid -- empty handle.")
                : _handle;

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Moves the tensor to the scope around the one that owns it.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Takes the tensor out of its scope: its owner disposes it.</summary>
        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        protected virtual void Dispose(bool disposing)
        {
            OwningDisposeScope?.Remove(this);
            OwningDisposeScope = null;
            _handle.Dispose();
        }

        /// <summary>Keeps the native tensor alive until <see cref="LetGo"/>, whatever other threads do.</summary>
        internal nint Hold()
        {
            var handle = Alive;
            var held = false;
            handle.DangerousAddRef(ref held);
            return handle.DangerousGetHandle();
        }

        internal void LetGo() => _handle.DangerousRelease();

        /// <summary>Gives the handle away; this tensor is then as if disposed.</summary>
        internal TensorHandle TakeHandle()
        {
            var taken = Alive;
            _handle = new TensorHandle(0);
            return taken;
        }

        /// <summary>Another managed owner of the same native tensor.</summary>
        internal Tensor alias() =>
            new(Held(static native => NativeError.Check(NativeMethods.clipper_tensor_share(native))));

        /// <summary>Runs a native call while the handle cannot be freed.</summary>
        internal T Held<T>(Func<nint, T> call)
        {
            var native = Hold();
            try
            {
                return call(native);
            }
            finally
            {
                LetGo();
            }
        }
    }
}
