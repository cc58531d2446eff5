using Clipper.Clip.Checkpoints;
using Clipper.Core.Errors;

namespace Clipper.Clip.Models.Weights;

/// <summary>Reads the sizes of a text tower off its tensors and checks every one of them.</summary>
internal static class TextMeasuring
{
    /// <summary>The shape, all tensors being there with the right shapes and no others.</summary>
    /// <exception cref="DataFileException">Names the tensor that is missing, unexpected or misshapen.</exception>
    public static TextShape Measure(TensorFile file, ITowerNames names)
    {
        var tensors = new TowerTensors(file, names, "text transformer");
        var tokens = tensors.Shape(new(null, TowerParameter.TokenEmbedding, ""), rank: 2);
        var positions = tensors.Shape(new(null, TowerParameter.PositionEmbedding, ""), rank: 2);
        var hidden = tensors.Shape(new(0, TowerParameter.MlpIn, TowerParameter.Weight), rank: 2);
        var projection = tensors.Shape(new(null, TowerParameter.Projection, TowerParameter.Weight), rank: 2);
        var shape = new TextShape(
            ContextLength: tensors.Size(positions[0]),
            VocabularySize: tensors.Size(tokens[0]),
            Width: tensors.Size(tokens[1]),
            Layers: tensors.CountLayers(),
            MlpWidth: tensors.Size(hidden[0]),
            EmbeddingSize: tensors.Size(projection[0]));
        tensors.CheckAll(shape);
        return shape;
    }
}
