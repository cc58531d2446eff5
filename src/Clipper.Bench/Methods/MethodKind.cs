using Clipper.Bench.Configuration;
using Clipper.Bench.Configuration.Binding;

namespace Clipper.Bench.Methods;

/// <summary>How a kind of method is configured. A new kind is a class of this, a record of
/// <see cref="MethodSettings"/>, an <see cref="IMethod"/>, and a line in <see cref="MethodCatalog"/>.</summary>
internal abstract class MethodKind
{
    /// <summary>Its name in configuration, e.g. <c>mwi</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The keys of its options, without <c>label</c>, in the order of the documentation.</summary>
    public virtual IReadOnlyList<SectionKey> Keys => [];

    /// <summary>Whether it looks at no image: a floor under the others, and no rival to them.</summary>
    public virtual bool IsFloor => false;

    /// <summary>Keys that later versions will know.</summary>
    public virtual IReadOnlyList<string> LaterKeys => [];

    /// <summary>Reads the options; what is missing has its default.</summary>
    /// <param name="options">The mapping; empty where the method is named without options.</param>
    /// <param name="label">The label.</param>
    /// <param name="problems">Is told what options do not fit together; the settings are then not used.</param>
    public abstract MethodSettings Read(Section options, string label, Problems problems);
}
