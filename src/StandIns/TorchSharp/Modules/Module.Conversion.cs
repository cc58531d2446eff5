namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Moves floating-point parameters and buffers to a type, and all of them to a device.</summary>
            /// <exception cref="ArgumentException">The type is not a floating-point one.</exception>
            internal void Convert(ScalarType? type, Device? device)
            {
                if (type is { } named && !ElementTypes.IsFloatingPoint(named))
                {
                    throw new ArgumentException(
                        $"nn.Module.to only accepts floating point or complex types, but got desired dtype={named}");
                }

                using var unrecorded = no_grad();
                // Listed first: a conversion changes the handles by which shared tensors are told apart.
                foreach (var tensor in parameters().Concat(buffers()).ToList()) tensor.ConvertInPlace(type, device);
            }
        }
    }
}
