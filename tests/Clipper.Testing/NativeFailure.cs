using System.Runtime.InteropServices;

namespace Clipper.Testing;

/// <summary>What libtorch's errors reach us as.</summary>
/// <param name="message">libtorch's words.</param>
public sealed class NativeFailure(string message) : ExternalException(message);
