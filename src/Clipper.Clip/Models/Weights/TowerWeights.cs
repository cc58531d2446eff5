using System.Numerics.Tensors;
using Clipper.Clip.Checkpoints;
using Clipper.Core.Errors;

namespace Clipper.Clip.Models.Weights;

/// <summary>The parameters of one tower of a file, found by its names.</summary>
internal sealed class TowerWeights(TensorFile file, ITowerNames names) : ITowerWeights
{
    /// <inheritdoc />
    public void Read(TowerParameter parameter, Span<float> values)
    {
        var source = names.Source(parameter);
        int part = values.Length / source.Names.Count;
        for (int i = 0; i < source.Names.Count; i++)
        {
            var target = values.Slice(i * part, part);
            ReadTensor(source.Names[i], source.Transposed, target);
            if (!TensorPrimitives.IsFiniteAll<float>(target))
            {
                throw new DataFileException(
                    file.Path, $"tensor '{source.Names[i]}' holds NaN or infinity; fetch or convert the file again.");
            }
        }
    }

    private void ReadTensor(string name, bool transposed, Span<float> values)
    {
        if (!transposed)
        {
            file.ReadFloats(name, values);
            return;
        }

        float[] stored = file.ReadFloats(name);
        int rows = (int)file.Tensors[name].Shape[0];
        int columns = (int)file.Tensors[name].Shape[1];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                values[(column * rows) + row] = stored[(row * columns) + column];
            }
        }
    }
}
