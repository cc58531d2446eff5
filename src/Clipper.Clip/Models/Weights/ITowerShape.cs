namespace Clipper.Clip.Models.Weights;

/// <summary>What the tensors' shapes alone tell about a tower.</summary>
internal interface ITowerShape
{
    /// <summary>Width of the residual stream.</summary>
    int Width { get; }

    /// <summary>Number of blocks.</summary>
    int Layers { get; }

    /// <summary>Every parameter with its shape, in the order of the forward pass.</summary>
    IEnumerable<(TowerParameter Parameter, long[] Shape)> Parameters();
}
