using System.Globalization;
using System.Text.RegularExpressions;
using Clipper.Clip.Models.Weights;

namespace Clipper.Clip.Models.Configuration;

/// <summary>What timm's code fixes by the name of an architecture, e.g. <c>vit_base_patch16_224</c>: heads by the
/// size, exact GELU and epsilon 1e-6; for <c>clip</c> towers epsilon 1e-5, and quick_gelu where the name says so.
/// Names that are not of this form tell nothing.</summary>
internal static partial class TimmArchitecture
{
    private const double Eps = 1e-6;

    private static readonly (string Size, int Width, int Heads)[] Sizes =
    [
        ("tiny", 192, 3),
        ("small", 384, 6),
        ("base", 768, 12),
        ("large", 1024, 16),
        ("huge", 1280, 16),
    ];

    /// <summary>The switches that the name tells for a tower of this shape.</summary>
    public static ModelSwitches Switches(string architecture, VisionShape shape)
    {
        var match = Pattern().Match(architecture);
        var size = Array.Find(Sizes, row => row.Size == match.Groups["size"].Value);
        bool fits = match.Success && size.Width == shape.Width && Number(match, "patch") == shape.PatchSize;
        if (!fits)
        {
            return new ModelSwitches();
        }

        bool clip = match.Groups["clip"].Success;
        return new ModelSwitches
        {
            Heads = size.Heads,
            Activation = match.Groups["quick"].Success ? Activation.QuickGelu : Activation.Gelu,
            LayerNormEps = clip ? ClipConventions.LayerNormEps : Eps,
        };
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(vit|deit)_(?<size>tiny|small|base|large|huge)_patch(?<patch>\d{1,3})"
        + @"(?<clip>_clip(?<quick>_quickgelu)?)?_\d{1,4}$")]
    private static partial Regex Pattern();
}
