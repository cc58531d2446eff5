using Xunit;

namespace Clipper.Testing;

/// <summary>A test with a program that not every machine has; skipped, with the reason, where it is not
/// installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolFactAttribute : FactAttribute
{
    /// <summary>Needs a program.</summary>
    /// <param name="name">Its name on the search path.</param>
    public ToolFactAttribute(string name) => Skip = Tool.Find(name) is null ? $"{name} is not installed." : null;
}
