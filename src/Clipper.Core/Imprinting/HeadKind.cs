namespace Clipper.Core.Imprinting;

/// <summary>What turns an imprinted head's cosines into scores (PROTOCOL section 1, step 4).</summary>
public enum HeadKind
{
    /// <summary>Weight imprinting: softmax over the classes, arg-max decides.</summary>
    Wi,

    /// <summary>Multi-label weight imprinting: an independent sigmoid a class; a class is predicted when score ≥
    /// threshold.</summary>
    Mwi,
}
