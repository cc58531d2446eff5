using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Tests.Training;
using Clipper.Testing;

namespace Clipper.Core.Tests.Imprinting;

/// <summary>One case of goldens/mwi: a .json file, with a .safetensors file beside it where it has arrays.</summary>
internal sealed partial class ImprintingCase
{
    private static readonly string[] s_keys =
    [
        "kind", "labels", "note", "thresholds", "classes", "predicted_classes", "min_margin_to_threshold",
        "argmax_class", "argmax_index", "steps", "policy", "error", "message", "train",
    ];

    private static readonly string[] s_lossKeys = ["logits", "y", "note"];

    private ImprintingCase(string name)
    {
        Name = name;
        string json = GoldenFolder.Combine("mwi", $"{name}.json");
        using var document = JsonDocument.Parse(File.Exists(json) ? File.ReadAllText(json) : "{}");
        Json = document.RootElement.Clone();
        string arrays = GoldenFolder.Combine("mwi", $"{name}.safetensors");
        Arrays = File.Exists(arrays) ? GoldenTensors.Read(arrays) : null;
    }

    /// <summary>The names of all cases, whatever their kind; a lone array file is a case without its .json.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. GoldenFolder.Files("mwi", "*.*").Select(file => Path.GetFileNameWithoutExtension(file)).Distinct(),
    ];

    public string Name { get; }

    public JsonElement Json { get; }

    public GoldenTensors? Arrays { get; }

    /// <summary>Whether it lists losses of logits, without a head.</summary>
    public bool IsLoss => Json.EnumerateObject().Any(property => IsLossName(property.Name));

    /// <summary>Whether it has trajectories of training.</summary>
    public bool IsTrained => Has("train") && Json.GetProperty("train").ValueKind == JsonValueKind.Object;

    public bool IsIncremental => Has("steps");

    public HeadKind Kind => (Has("kind") ? Json.GetProperty("kind").GetString() : null) switch
    {
        "wi" => HeadKind.Wi,
        "mwi" => HeadKind.Mwi,
        var other => throw new NotSupportedException($"mwi/{Name}: a case of unknown kind '{other}'."),
    };

    public static ImprintingCase Open(string name) => new(name);

    public bool Has(string key) => Json.TryGetProperty(key, out _);

    /// <summary>What the case holds and no test knows.</summary>
    public IEnumerable<string> Unknown()
    {
        IEnumerable<string> keys = Json.EnumerateObject().Select(property => property.Name);
        if (IsLoss)
        {
            return keys.Except(s_lossKeys).Where(key => !CrossEntropyGoldenTests.Knows(key));
        }

        var arrays = Arrays?.Names.Where(array => !KnownArray().IsMatch(array) && !TrainedArray().IsMatch(array));
        return keys.Except(s_keys).Concat(arrays ?? []);
    }

    public Matrix<T> Matrix<T>(string name)
        where T : unmanaged, INumberBase<T>
    {
        GoldenTensor tensor = (Arrays ?? throw new FileNotFoundException($"mwi/{Name}.safetensors"))[name];
        return new Matrix<T>(Array.ConvertAll(tensor.Values, T.CreateChecked), tensor.Shape[0], tensor.Shape[1]);
    }

    /// <summary>Classes from labels that are all integers or all text, as a ClassList makes them.</summary>
    public static ClassList Classes(JsonElement labels)
    {
        JsonElement[][] rows = [.. labels.EnumerateArray().Select(row => row.EnumerateArray().ToArray())];
        bool isText = rows.Any(row => row.Any(label => label.ValueKind == JsonValueKind.String));
        return isText
            ? ClassList.OfNames([.. rows.Select(row => Array.ConvertAll(row, label => label.GetString()!))])
            : ClassList.OfIntegers([.. rows.Select(row => Array.ConvertAll(row, label => label.GetInt64()))]);
    }

    /// <summary>A JSON list of integers or texts as class names.</summary>
    public static string[] ClassNames(JsonElement classes) =>
        [.. classes.EnumerateArray().Select(value => value.ToString())];

    private static bool IsLossName(string key) => key.StartsWith("bce_", StringComparison.Ordinal);

    [GeneratedRegex(
        "^(x_raw|q_raw|y_onehot|(f32|f64)/(x_norm|q_norm|W|logits|scores)|step[0-9]+/(x_raw|W_all|scores))$")]
    private static partial Regex KnownArray();

    [GeneratedRegex(
        "^(mini_shuffled/orders|(f32|f64)/(full|mini_in_order|mini_shuffled|full_renorm_each_epoch)/" +
        "(W_epoch[0-9]+(_colnorm)?|step_loss|epoch_loss|final_scores))$")]
    private static partial Regex TrainedArray();
}
