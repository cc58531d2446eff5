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

    /// <summary>The paper's name of a data set; empty where it has none.</summary>
    public static string NameOf(string dataset, string variant) =>
        _names.Where(pair => pair.Key is not ("COCO" or "IM") && Match(pair.Key, dataset, variant))
            .Select(pair => pair.Key)
            .Order(StringComparer.Ordinal)
            .FirstOrDefault("");

    /// <summary>Whether the paper counts a data set, by its name, among those of several labels: its patches of COCO
    /// and iMaterialist, of one label each, too.</summary>
    public static bool IsMultiLabel(string paper) =>
        paper is "CAA" or "COCO" or "COCO_F" or "COCO_P" or "IM" or "IM_F" or "IM_P" or "UTK" or "YF";

    /// <summary>The classes of an episode where the paper says 20 ways: some data sets have fewer (PROTOCOL
    /// 4.1).</summary>
    public static int WaysOf(string dataset, int ways) => (dataset, ways) switch
    {
        ("cifar10", 20) => 10,
        ("indoor67" or "utkface", 20) => 13,
        _ => ways,
    };

    /// <summary>Whether a record's data set is the one that the paper names so.</summary>
    public static bool Match(string paper, string dataset, string variant) =>
        _names.TryGetValue(paper, out (string Name, string Variant) ours)
        && ours.Name == dataset
        && (ours.Variant.Length == 0 || variant.StartsWith(ours.Variant, StringComparison.Ordinal));
}
