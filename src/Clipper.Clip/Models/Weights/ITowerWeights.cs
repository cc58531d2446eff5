namespace Clipper.Clip.Models.Weights;

/// <summary>Gives the values of a tower's parameters, whatever they come from.</summary>
internal interface ITowerWeights
{
    /// <summary>Fills <paramref name="values"/> with the parameter, row-major, as float32.</summary>
    /// <exception cref="Clipper.Core.Errors.DataFileException">The values cannot be read, or one is not
    /// finite.</exception>
    void Read(TowerParameter parameter, Span<float> values);
}
