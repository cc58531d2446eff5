using static TorchSharp.torch;

namespace TorchSharp.Tests.Scopes;

public sealed class DisposeScopeTests
{
    [Fact]
    public void A_scope_disposes_what_was_made_in_it()
    {
        Tensor made;
        using (NewDisposeScope()) made = ones(2) + 1;

        Assert.True(IsDisposed(made));
    }

    [Fact]
    public void Tensors_made_outside_survive()
    {
        using var outside = ones(2);
        using (NewDisposeScope()) outside.add_(1);

        Assert.False(IsDisposed(outside));
    }

    [Fact]
    public void A_moved_tensor_belongs_to_the_outer_scope()
    {
        Tensor inner, other;
        using (NewDisposeScope())
        {
            using (NewDisposeScope())
            {
                inner = ones(1).MoveToOuterDisposeScope();
                other = ones(1);
            }

            Assert.False(IsDisposed(inner));
            Assert.True(IsDisposed(other));
        }

        Assert.True(IsDisposed(inner));
    }

    [Fact]
    public void A_detached_tensor_belongs_to_nobody()
    {
        Tensor first, second;
        using (NewDisposeScope())
        using (var scope = NewDisposeScope())
        {
            first = ones(1).DetachFromDisposeScope();
            second = scope.Detach(ones(1));
        }

        Assert.False(IsDisposed(first));
        Assert.False(IsDisposed(second));
        first.Dispose();
        second.Dispose();
    }

    [Fact]
    public void Moving_out_of_the_outermost_scope_detaches()
    {
        Tensor a, b;
        using (var scope = NewDisposeScope()) (a, b) = scope.MoveToOuter(ones(1), ones(1));

        Assert.False(IsDisposed(a) || IsDisposed(b));
        a.Dispose();
        b.Dispose();
    }

    [Fact]
    public void An_attached_tensor_is_disposed_with_its_new_scope()
    {
        var tensor = ones(1);
        using (var scope = NewDisposeScope()) scope.Attach(tensor);

        Assert.True(IsDisposed(tensor));
    }

    [Fact]
    public void Disposing_everything_leaves_the_scope_open()
    {
        using var scope = NewDisposeScope();
        var first = ones(1);
        scope.DisposeEverything();
        var second = ones(1);

        Assert.True(IsDisposed(first));
        Assert.False(IsDisposed(second));
        scope.Dispose();
        Assert.True(IsDisposed(second));
        Assert.Throws<ObjectDisposedException>(() => scope.MoveToOuter(second));
    }

    [Fact]
    public void Scopes_closed_out_of_order_keep_the_right_tensors()
    {
        var outer = NewDisposeScope();
        var inner = NewDisposeScope();
        var early = ones(1);

        outer.Dispose();
        var late = ones(1).MoveToOuterDisposeScope();
        inner.Dispose();

        Assert.True(IsDisposed(early));
        Assert.False(IsDisposed(late));
        late.Dispose();
    }

    [Fact]
    public void Scopes_belong_to_their_thread()
    {
        using var scope = NewDisposeScope();
        Tensor? other = null;
        var thread = new Thread(() => other = ones(1));
        thread.Start();
        thread.Join();

        scope.DisposeEverything();

        Assert.NotNull(other);
        Assert.False(IsDisposed(other));
        other.Dispose();
    }

    [Fact]
    public void A_parameter_takes_the_place_of_its_data()
    {
        TorchSharp.Modules.Parameter parameter;
        Tensor data;
        using (NewDisposeScope())
        {
            data = ones(1);
            parameter = nn.Parameter(data);
            Assert.True(IsDisposed(data));
            Assert.False(IsDisposed(parameter));
        }

        Assert.True(IsDisposed(parameter));
    }

    [Fact]
    public void Disposing_twice_is_harmless()
    {
        var tensor = ones(1);
        tensor.Dispose();
        tensor.Dispose();

        Assert.True(IsDisposed(tensor));
    }

    private static bool IsDisposed(Tensor tensor) => Record.Exception(() => tensor.Handle) is InvalidOperationException;
}
