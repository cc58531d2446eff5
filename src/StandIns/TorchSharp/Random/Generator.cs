using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A stream of random numbers with its own state.</summary>
    public class Generator : IDisposable
    {
        private readonly GeneratorHandle _handle;

        /// <summary>A new stream that starts from a seed.</summary>
        public Generator(ulong seed = 0, Device? device = null)
            : this(NativeError.Check(NativeMethods.clipper_generator_new(
                seed, (int)(device?.type ?? DeviceType.CPU), device?.index ?? -1)))
        {
        }

        internal Generator(nint handle) => _handle = new GeneratorHandle(handle);

        /// <summary>The native generator.</summary>
        internal nint Handle
        {
            get
            {
                ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
                return _handle.DangerousGetHandle();
            }
        }

        /// <summary>Starts the stream anew.</summary>
        public Generator manual_seed(long seed)
        {
            NativeError.Check(NativeMethods.clipper_generator_seed(Handle, unchecked((ulong)seed)));
            return this;
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing) => _handle.Dispose();
    }
}
