namespace Clipper.Clip.Models;

/// <summary>Finds out what a model is from its files alone. (To be written by its owner; this is the agreed surface.)</summary>
public static class ModelLoader
{
    /// <summary>Reads a folder or a weights file; or <c>random:&lt;seed&gt;[:key=value,…]</c> for a seeded random tiny ViT.</summary>
    /// <param name="model">Path or <c>random:…</c>.</param>
    /// <exception cref="Clipper.Core.Errors.DataFileException">Missing, damaged, or a switch that cannot be derived and is not stated in model.json.</exception>
    public static ModelDescription Describe(string model) => throw new NotImplementedException();
}
