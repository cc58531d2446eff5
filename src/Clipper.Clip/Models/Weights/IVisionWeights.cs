namespace Clipper.Clip.Models.Weights;

/// <summary>Gives the values of a vision tower's parameters, whatever they come from.</summary>
internal interface IVisionWeights : IDisposable
{
    /// <summary>Fills <paramref name="values"/> with the parameter, row-major, as float32.</summary>
    /// <exception cref="Clipper.Core.Errors.DataFileException">The values cannot be read, or one is not
    /// finite.</exception>
    void Read(VisionParameter parameter, Span<float> values);
}
