using Xunit;

namespace Clipper.Testing;

/// <summary>A test with programs that not every machine has; skipped, with the reason, where one is not
/// installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolFactAttribute : FactAttribute
{
    /// <summary>Needs programs.</summary>
    /// <param name="names">Their names on the search path.</param>
    public ToolFactAttribute(params string[] names) =>
        Skip = Array.Find(names, name => Tool.Find(name) is null) is { } missing
            ? $"{missing} is not installed."
            : null;
}
