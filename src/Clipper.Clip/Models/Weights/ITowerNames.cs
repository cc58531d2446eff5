namespace Clipper.Clip.Models.Weights;

/// <summary>How an ecosystem names the tensors of a tower.</summary>
internal interface ITowerNames
{
    /// <summary>The ecosystem, as <see cref="ModelDescription.Format"/> has it.</summary>
    string Format { get; }

    /// <summary>Whether a tensor belongs to the tower; all that do must be known parameters.</summary>
    bool Owns(string tensor);

    /// <summary>Where a parameter lies.</summary>
    WeightSource Source(TowerParameter parameter);
}
