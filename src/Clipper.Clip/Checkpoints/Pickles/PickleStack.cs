namespace Clipper.Clip.Checkpoints.Pickles;

/// <summary>The stack of a pickle, its marks and its memo. Nothing is taken from below the last mark.</summary>
/// <param name="input">For errors.</param>
internal sealed class PickleStack(PickleInput input)
{
    private readonly List<object> _items = [];
    private readonly List<int> _marks = [];
    private readonly Dictionary<uint, object> _memo = [];

    /// <summary>The value on top, which stays.</summary>
    public object Top => Height > Floor ? _items[^1] : throw input.Refused("takes a value from an empty stack");

    private int Height => _items.Count;

    private int Floor => _marks.Count == 0 ? 0 : _marks[^1];

    /// <summary>Puts a value on top.</summary>
    public void Push(object value) => _items.Add(value);

    /// <summary>Takes the value on top.</summary>
    public object Pop()
    {
        object top = Top;
        _items.RemoveAt(Height - 1);
        return top;
    }

    /// <summary>Takes the value on top, which must be of a type.</summary>
    public T Pop<T>(string expected) => Pop() is T value ? value : throw input.Refused($"lacks {expected}");

    /// <summary>Takes as many values, the lowest first.</summary>
    public object[] Pop(int count)
    {
        var values = new object[count];
        for (int i = count - 1; i >= 0; i--)
        {
            values[i] = Pop();
        }

        return values;
    }

    /// <summary>Sets a mark.</summary>
    public void Mark() => _marks.Add(Height);

    /// <summary>Takes the values above the last mark, and the mark.</summary>
    public object[] PopToMark()
    {
        if (_marks.Count == 0)
        {
            throw input.Refused("lacks a mark");
        }

        int start = Floor;
        object[] values = [.. _items[start..]];
        _items.RemoveRange(start, values.Length);
        _marks.RemoveAt(_marks.Count - 1);
        return values;
    }

    /// <summary>Remembers the value on top; a memo is kept by number, so a large number takes no room.</summary>
    public void Remember(uint number) => _memo[number] = Top;

    /// <summary>Remembers the value on top under the next number.</summary>
    public void RememberNext() => Remember((uint)_memo.Count);

    /// <summary>Puts a remembered value on top.</summary>
    public void Recall(uint number) => Push(_memo.TryGetValue(number, out object? value)
        ? value
        : throw input.Refused($"recalls value {number}, which it never stored"));

    /// <summary>The result: the only value that is left.</summary>
    public object Result() => Height == 1 && _marks.Count == 0
        ? _items[0]
        : throw input.Refused($"ends with {Height} values and {_marks.Count} marks, expected one value");
}
