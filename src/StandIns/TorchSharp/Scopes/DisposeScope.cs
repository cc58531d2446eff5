using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Owns the tensors that its thread makes while it is the innermost open scope, and disposes them when it is disposed.
/// A tensor that must live on is moved to the outer scope or detached.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    private readonly DisposeScopeStack _stack;
    private readonly Lock _lock = new();
    private HashSet<Tensor> _tensors = new(ReferenceEqualityComparer.Instance);
    private bool _closed;

    internal DisposeScope(DisposeScopeStack stack, DisposeScope? outer)
    {
        _stack = stack;
        OuterScope = outer;
    }

    internal DisposeScope? OuterScope { get; set; }

    /// <summary>Gives a tensor to the outer scope, or to nobody where this is the outermost.</summary>
    public T MoveToOuter<T>(T disposable)
        where T : IDisposable
    {
        Move(OuterScope, [disposable]);
        return disposable;
    }

    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        Move(OuterScope, [first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        Move(OuterScope, [first, second, third]);
        return (first, second, third);
    }

    public void MoveToOuter(params IDisposable[] disposables) => Move(OuterScope, disposables);

    public void MoveToOuter(IEnumerable<IDisposable> disposables) => Move(OuterScope, disposables);

    /// <summary>Takes a tensor out of every scope: its owner disposes it.</summary>
    public T Detach<T>(T disposable)
        where T : IDisposable
    {
        Move(null, [disposable]);
        return disposable;
    }

    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        Move(null, [first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        Move(null, [first, second, third]);
        return (first, second, third);
    }

    public void Detach(params IDisposable[] disposables) => Move(null, disposables);

    public void Detach(IEnumerable<IDisposable> disposables) => Move(null, disposables);

    /// <summary>Takes a tensor over from whatever scope has it.</summary>
    /// <exception cref="InvalidOperationException">It is not a tensor.</exception>
    public void Attach(IDisposable disposable) => Adopt([disposable]);

    public void Attach(params IDisposable[] disposables) => Adopt(disposables);

    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        var all = disposables.ToList();
        Adopt(all);
        return all;
    }

    /// <summary>Disposes what the scope holds; the scope stays open.</summary>
    public void DisposeEverything()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        HashSet<Tensor> held;
        lock (_lock)
        {
            held = _tensors;
            _tensors = new(ReferenceEqualityComparer.Instance);
        }

        foreach (var tensor in held) tensor.Dispose();
    }

    /// <summary>Disposes what the scope holds and closes it.</summary>
    public void Dispose()
    {
        if (_closed) return;
        DisposeEverything();
        _stack.Close(this);
        _closed = true;
    }

    /// <summary>Puts <paramref name="replacement"/> where <paramref name="original"/> was.</summary>
    internal static void Replace(Tensor original, Tensor replacement)
    {
        if (original.OwningDisposeScope is not { } scope || !scope.Remove(original)) return;
        original.OwningDisposeScope = null;
        scope.Add(replacement);
        replacement.OwningDisposeScope = scope;
    }

    internal void Add(Tensor tensor)
    {
        lock (_lock) _tensors.Add(tensor);
    }

    internal bool Remove(Tensor tensor)
    {
        lock (_lock) return _tensors.Remove(tensor);
    }

    private static Tensor TensorOf(IDisposable disposable) =>
        disposable as Tensor ?? throw new InvalidOperationException("DisposeScope can only manage Tensor");

    private void Move(DisposeScope? target, IEnumerable<IDisposable> disposables)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        foreach (var disposable in disposables)
        {
            if (disposable is not Tensor tensor || !Remove(tensor)) continue;
            target?.Add(tensor);
            tensor.OwningDisposeScope = target;
        }
    }

    private void Adopt(IEnumerable<IDisposable> disposables)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        foreach (var tensor in disposables.Select(TensorOf))
        {
            if (tensor.OwningDisposeScope == this) continue;
            tensor.OwningDisposeScope?.Remove(tensor);
            Add(tensor);
            tensor.OwningDisposeScope = this;
        }
    }
}
