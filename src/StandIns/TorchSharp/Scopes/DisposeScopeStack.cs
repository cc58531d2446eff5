using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The open scopes of one thread, innermost last.</summary>
internal sealed class DisposeScopeStack
{
    [ThreadStatic]
    private static DisposeScopeStack? current;

    private readonly List<DisposeScope> _open = [];

    /// <summary>The stack of the calling thread.</summary>
    internal static DisposeScopeStack Current => current ??= new DisposeScopeStack();

    internal DisposeScope Open()
    {
        var scope = new DisposeScope(this, _open.Count == 0 ? null : _open[^1]);
        _open.Add(scope);
        return scope;
    }

    /// <summary>Gives a new tensor to the innermost scope, if any is open.</summary>
    internal DisposeScope? Register(Tensor tensor)
    {
        if (_open.Count == 0) return null;
        _open[^1].Add(tensor);
        return _open[^1];
    }

    /// <summary>
    /// Removes a scope, which need not be the innermost; scopes inside it then belong to its outer one.
    /// </summary>
    internal void Close(DisposeScope scope)
    {
        var index = _open.IndexOf(scope);
        if (index < 0) return;
        _open.RemoveAt(index);
        if (index < _open.Count) _open[index].OuterScope = scope.OuterScope;
    }
}
