using Clipper.Clip.Checkpoints;
using Clipper.Core.Errors;

namespace Clipper.Clip.Models.Weights;

/// <summary>Reads the sizes of a vision tower off its tensors and checks every one of them.</summary>
internal static class VisionMeasuring
{
    /// <summary>The shape, all tensors being there with the right shapes and no others.</summary>
    /// <exception cref="DataFileException">Names the tensor that is missing, unexpected or misshapen.</exception>
    public static VisionShape Measure(TensorFile file, ITowerNames names)
    {
        var tensors = new TowerTensors(file, names, "vision transformer");
        var patch = tensors.Shape(new(null, TowerParameter.Patch, TowerParameter.Weight), rank: 4);
        int grid = Grid(tensors);
        var projection = new TowerParameter(null, TowerParameter.Projection, TowerParameter.Weight);
        bool projects = tensors.Has(projection);
        var hidden = tensors.Shape(new(0, TowerParameter.MlpIn, TowerParameter.Weight), rank: 2);
        var shape = new VisionShape(
            ImageSize: tensors.Size(grid * patch[2]),
            PatchSize: tensors.Size(patch[2]),
            Width: tensors.Size(patch[0]),
            Layers: tensors.CountLayers(),
            MlpWidth: tensors.Size(hidden[0]),
            EmbeddingSize: tensors.Size(projects ? tensors.Shape(projection, rank: 2)[0] : patch[0]),
            PreNorm: tensors.Has(new(null, TowerParameter.NormBefore, TowerParameter.Weight)),
            PatchBias: tensors.Has(new(null, TowerParameter.Patch, TowerParameter.Bias)),
            Projection: projects);
        tensors.CheckAll(shape);
        return shape;
    }

    private static int Grid(TowerTensors tensors)
    {
        long tokens = tensors.Shape(new(null, TowerParameter.PositionEmbedding, ""), rank: 2)[0];
        int grid = (int)Math.Sqrt(tokens - 1);
        return grid >= 1 && ((long)grid * grid) + 1 == tokens
            ? grid
            : throw tensors.Refused(
                $"the position embedding has {tokens} rows, expected one for the class token and a square number for "
                + "patches");
    }
}
