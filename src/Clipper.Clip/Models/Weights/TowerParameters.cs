namespace Clipper.Clip.Models.Weights;

/// <summary>The parameters that every tower has.</summary>
internal static class TowerParameters
{
    /// <summary>Number of values of all parameters of a tower.</summary>
    public static long Count(ITowerShape shape) => shape.Parameters().Sum(
        pair => pair.Shape.Aggregate(1L, (product, length) => product * length));

    /// <summary>Those of all blocks, block after block.</summary>
    public static IEnumerable<(TowerParameter Parameter, long[] Shape)> OfBlocks(int layers, int width, int mlpWidth) =>
        Enumerable.Range(0, layers).SelectMany(block => InBlock(block, width, mlpWidth));

    /// <summary>Weight and bias of a layer norm.</summary>
    public static (TowerParameter Parameter, long[] Shape)[] Norm(int? block, string layer, int width) =>
    [
        (new(block, layer, TowerParameter.Weight), [width]),
        (new(block, layer, TowerParameter.Bias), [width]),
    ];

    private static (TowerParameter Parameter, long[] Shape)[] InBlock(int block, int width, int mlpWidth) =>
    [
        .. Norm(block, TowerParameter.Norm1, width),
        .. Linear(block, TowerParameter.AttentionIn, 3 * width, width),
        .. Linear(block, TowerParameter.AttentionOut, width, width),
        .. Norm(block, TowerParameter.Norm2, width),
        .. Linear(block, TowerParameter.MlpIn, mlpWidth, width),
        .. Linear(block, TowerParameter.MlpOut, width, mlpWidth),
    ];

    private static (TowerParameter Parameter, long[] Shape)[] Linear(int block, string layer, int rows, int columns) =>
    [
        (new(block, layer, TowerParameter.Weight), [rows, columns]),
        (new(block, layer, TowerParameter.Bias), [rows]),
    ];
}
