using static TorchSharp.torch;

namespace Clipper.Clip.Models.Layers;

/// <summary>A module whose parts are registered in its constructor under the names that checkpoints are mapped to.
/// It is a class of its own because the base would register every field again under the field's name.</summary>
/// <param name="name">Name of the kind of layer.</param>
internal abstract class NamedModule(string name) : nn.Module<Tensor, Tensor>(name)
{
    /// <summary>Nothing: see the class.</summary>
    protected sealed override void RegisterComponents()
    {
    }
}
