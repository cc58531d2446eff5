using System.Globalization;
using System.Runtime.InteropServices;
using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Applies an index expression place by place: single positions, slices and new dimensions make a view; positions and
/// masks in tensors are gathered in one last step.
/// </summary>
internal sealed class IndexExpression : IDisposable
{
    private readonly List<Tensor?> _gathered = [];
    private readonly List<Tensor> _made = [];
    private Tensor _view;
    private int _dimension;

    private IndexExpression(Tensor source) => _view = Owned(source.alias());

    /// <summary>The elements that the expression selects.</summary>
    internal static Tensor Read(Tensor source, ReadOnlySpan<TensorIndex> places)
    {
        using var expression = new IndexExpression(source);
        expression.Apply(source, places);
        return expression._gathered.Count == 0
            ? expression._view.alias()
            : Aten.One("index.Tensor", expression._view, Argument.OptionalList([.. expression._gathered]));
    }

    /// <summary>Writes into the elements that the expression selects, with broadcasting.</summary>
    internal static void Write(Tensor source, ReadOnlySpan<TensorIndex> places, Tensor value)
    {
        using var expression = new IndexExpression(source);
        expression.Apply(source, places);
        if (expression._gathered.Count == 0) expression._view.copy_(value);
        else Aten.InPlace("index_put_", expression._view, Argument.OptionalList([.. expression._gathered]), value);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in _made) tensor.Dispose();
    }

    private void Apply(Tensor source, ReadOnlySpan<TensorIndex> places)
    {
        var named = 0L;
        foreach (ref readonly var place in places) named += DimensionsOf(place);
        if (named > source.Dimensions)
        {
            throw new ExternalException(string.Create(
                CultureInfo.InvariantCulture,
                $"too many indices for tensor of dimension {source.Dimensions}"));
        }

        foreach (ref readonly var place in places) Apply(place, source.Dimensions - named);
    }

    private static long DimensionsOf(in TensorIndex place) => place.Kind switch
    {
        IndexKind.Slice or IndexKind.Single => 1,
        IndexKind.Tensor => place.Positions is { dtype: ScalarType.Bool } mask ? mask.Dimensions : 1,
        _ => 0,
    };

    private void Apply(in TensorIndex place, long unnamed)
    {
        switch (place.Kind)
        {
            case IndexKind.Single:
                _view = Owned(_view.select(_dimension, place.Start ?? 0));
                break;
            case IndexKind.Slice:
                _view = Owned(Aten.One("slice.Tensor", _view, _dimension++, place.Start, place.Stop, place.Step ?? 1));
                break;
            case IndexKind.None:
                _view = Owned(_view.unsqueeze(_dimension++));
                break;
            case IndexKind.Ellipsis:
                _dimension += (int)unnamed;
                break;
            case IndexKind.Bool:
                _view = Owned(_view.unsqueeze(_dimension));
                Gather(Owned(tensor([place.Start != 0])));
                break;
            case IndexKind.Tensor when place.Positions is { } positions:
                Gather(positions);
                break;
        }
    }

    private void Gather(Tensor positions)
    {
        while (_gathered.Count < _dimension) _gathered.Add(null);
        _gathered.Add(positions);
        _dimension += positions.dtype == ScalarType.Bool ? (int)positions.Dimensions : 1;
    }

    private Tensor Owned(Tensor tensor)
    {
        _made.Add(tensor);
        return tensor;
    }
}
