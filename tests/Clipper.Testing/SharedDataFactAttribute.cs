using Xunit;

namespace Clipper.Testing;

/// <summary>A test on real data beside the checkout; skipped, with the reason, where there are none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    /// <summary>Needs the path below ../shared.</summary>
    public SharedDataFactAttribute(params string[] needs)
    {
        Needs = needs;
        if (!SharedData.Has(needs))
        {
            Skip = $"needs real data at ../shared/{string.Join('/', needs)}";
        }
    }

    /// <summary>What it needs, as path parts below ../shared.</summary>
    public IReadOnlyList<string> Needs { get; }
}
