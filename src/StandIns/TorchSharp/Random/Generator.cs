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
            : this(new GeneratorHandle(NativeError.Check(NativeMethods.clipper_generator_new(
                seed, (int)(device?.type ?? DeviceType.CPU), device?.index ?? -1))))
        {
        }

        private Generator(GeneratorHandle handle) => _handle = handle;

        /// <summary>The native generator.</summary>
        internal nint Handle
        {
            get
            {
                ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
                return _handle.DangerousGetHandle();
            }
        }

        /// <summary>
        /// The process's own stream for a device: seeding it seeds every call that names no generator.
        /// </summary>
        internal static Generator OfProcess(DeviceType type, int index) =>
            new(new GeneratorHandle(NativeError.Check(NativeMethods.clipper_generator_default((int)type, index))));

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
