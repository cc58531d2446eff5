namespace Clipper.Bench.Reports.Paper;

/// <summary>The paper's short names of data sets, and ours (PROTOCOL section 0).</summary>
internal static class PaperDatasets
{
    private static readonly Dictionary<string, (string Name, string Variant)> _names = new(StringComparer.Ordinal)
    {
        ["C10"] = ("cifar10", ""),
        ["IA"] = ("imagenet-a", ""),
        ["IR"] = ("imagenet-r", ""),
        ["IS"] = ("imagenet-sketch", ""),
        ["ISR"] = ("indoor67", ""),
        ["LFW"] = ("lfw", ""),
        ["MI"] = ("mini-imagenet", ""),
        ["OM"] = ("omniglot", ""),
        ["UCF"] = ("ucf101", ""),
        ["CRC"] = ("colorectal-histology", ""),
        ["CAA"] = ("celeba", ""),
        ["COCO"] = ("coco", "full"),
        ["COCO_F"] = ("coco", "full"),
        ["COCO_P"] = ("coco", "patch"),
        ["IM"] = ("imaterialist", "full"),
        ["IM_F"] = ("imaterialist", "full"),
        ["IM_P"] = ("imaterialist", "patch"),
        ["UTK"] = ("utkface", ""),
        ["YF"] = ("yalefaces", ""),
    };

    /// <summary>Whether a record's data set is the one that the paper names so.</summary>
    public static bool Match(string paper, string dataset, string variant) =>
        _names.TryGetValue(paper, out (string Name, string Variant) ours)
        && ours.Name == dataset
        && (ours.Variant.Length == 0 || variant.StartsWith(ours.Variant, StringComparison.Ordinal));
}
