namespace ScottPlot.Palettes;

/// <summary>The eight colours of Wong 2011 (Nature Methods 8, 441), told apart by people with red-green
/// blindness.</summary>
public class ColorblindFriendly : IPalette
{
    public string Name { get; } = "Colorblind Friendly";

    public string Description { get; } = "A set of 8 colorblind-friendly colors "
        + "from Bang Wong's Nature Methods paper https://www.nature.com/articles/nmeth.1618.pdf";

    public Color[] Colors { get; } = Color.FromHex(
    [
        "#000000", "#E69F00", "#56B4E9", "#009E73", "#F0E442",
        "#0072B2", "#D55E00", "#CC79A7",
    ]);

    public Color GetColor(int index) => Colors[index % Colors.Length];
}
