using System.Runtime.InteropServices;
using Clipper.Clip.Models;
using Clipper.Clip.Models.Weights;
using Clipper.Core.Randomness;
using static TorchSharp.torch;

namespace Clipper.Clip.Training;

/// <summary>The weights that training begins with: random ones (<see cref="RandomWeights"/>), and in the image tower
/// what a small transformer would else have to find first, in many more steps: filters that see edges beside plain
/// colour (<see cref="PatchFilters"/>), and heads that look at the neighbours of a patch (<see
/// cref="NeighbourHeads"/>). All of it is learned from there on like any weight.</summary>
internal static class StartingWeights
{
    /// <summary>Fills a text tower.</summary>
    public static void Fill(nn.Module tower, TextShape shape, Seed seed) =>
        ParameterFilling.Fill(tower, shape, new RandomWeights(seed.Value, shape));

    /// <summary>Fills an image tower.</summary>
    /// <param name="tower">The tower.</param>
    /// <param name="vision">Its architecture.</param>
    /// <param name="seed">Of the random part.</param>
    /// <param name="samples">Pictures to scale the filters by, rows of <see cref="Models.Layers.PatchRows"/>.</param>
    public static void Fill(nn.Module tower, VisionSettings vision, Seed seed, ReadOnlySpan<float> samples)
    {
        var shape = VisionShape.Of(vision);
        ParameterFilling.Fill(tower, shape, new RandomWeights(seed.Value, shape));
        var parameters = tower.named_parameters()
            .ToDictionary(pair => pair.name, pair => pair.parameter, StringComparer.Ordinal);
        var heads = new NeighbourHeads(vision);
        PatchFilters.Fill(
            Values(new(null, TowerParameter.Patch, TowerParameter.Weight)), vision, heads.FirstChannel, samples);
        Values(new(null, TowerParameter.ClassEmbedding, ""))[heads.FirstChannel..].Clear();
        heads.FillPositions(Values(new(null, TowerParameter.PositionEmbedding, "")));
        for (int block = 0; block < vision.Layers; block++)
        {
            heads.FillBlock(block, Values(new(block, TowerParameter.AttentionIn, TowerParameter.Weight)));
        }

        Span<float> Values(TowerParameter parameter) =>
            MemoryMarshal.Cast<byte, float>(parameters[parameter.Name].bytes);
    }
}
