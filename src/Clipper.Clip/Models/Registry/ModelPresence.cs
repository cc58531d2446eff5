namespace Clipper.Clip.Models.Registry;

/// <summary>How much of a registered model lies in the models folder.</summary>
public enum ModelPresence
{
    /// <summary>Nothing.</summary>
    Absent,

    /// <summary>Some of it: a pull was interrupted.</summary>
    Partial,

    /// <summary>All of it.</summary>
    Present,
}
