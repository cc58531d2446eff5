namespace TorchSharp;

public static partial class torch
{
    /// <summary>Opens a scope on this thread; see <see cref="DisposeScope"/>.</summary>
    public static DisposeScope NewDisposeScope() => DisposeScopeStack.Current.Open();
}
