namespace ScottPlot.Tests.Surface;

/// <summary>A member of a type.</summary>
/// <param name="Type">The type's full name.</param>
/// <param name="Member">Its name without parameters: overloads share it. Constructors are called <c>new</c>.</param>
/// <param name="Text">The whole signature behind the type's name.</param>
internal sealed record SurfaceLine(string Type, string Member, string Text);
