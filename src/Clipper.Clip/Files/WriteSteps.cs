namespace Clipper.Clip.Files;

/// <summary>Tells a test of every step at which a process that writes a file can be killed.</summary>
internal static class WriteSteps
{
    private static readonly AsyncLocal<Action<string>?> _watch = new();

    /// <summary>Calls <paramref name="onStep"/> after every step of this flow of control, until disposal.</summary>
    public static IDisposable Watch(Action<string> onStep)
    {
        _watch.Value = onStep;
        return new End();
    }

    /// <summary>A step is done.</summary>
    public static void Passed(string step) => _watch.Value?.Invoke(step);

    private sealed class End : IDisposable
    {
        public void Dispose() => _watch.Value = null;
    }
}
