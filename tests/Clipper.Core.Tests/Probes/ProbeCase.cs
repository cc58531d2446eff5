using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Testing;

namespace Clipper.Core.Tests.Probes;

/// <summary>One case of goldens/probe: settings and verdicts in a .json file, arrays in a .safetensors file.</summary>
internal sealed partial class ProbeCase
{
    private static readonly string[] s_keys =
    [
        "note", "n_train", "n_test", "d", "labels", "K", "runs", "classes_seen_in_train", "constant_columns", "knn",
        "ncm_euclidean", "ncm_cosine_normalised",
    ];

    // What scikit-learn's own, less converged solution scored is told for interest.
    private static readonly string[] s_runKeys =
    [
        "C", "sklearn_n_iter", "objective_sklearn", "objective_opt", "objective_opt_per_label", "grad_inf_norm_opt",
        "max_abs_coef_diff_sklearn_vs_opt", "max_abs_proba_diff_sklearn_vs_opt", "test_accuracy_sklearn",
        "test_accuracy_opt", "train_accuracy_opt", "min_top1_top2_gap", "test_pred_index", "subset_accuracy",
    ];

    private readonly Matrix<float> _rows;

    private ProbeCase(string name)
    {
        Name = name;
        using var document = JsonDocument.Parse(File.ReadAllText(GoldenFolder.Combine("probe", $"{name}.json")));
        Json = document.RootElement.Clone();
        Arrays = GoldenTensors.Read(GoldenFolder.Combine("probe", $"{name}.safetensors"));
        GoldenTensor x = Arrays["X"];
        _rows = new Matrix<float>(Array.ConvertAll(x.Values, value => (float)value), x.Shape[0], x.Shape[1]);
    }

    /// <summary>The names of all cases; a lone file is a case too, which then fails.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. GoldenFolder.Files("probe", "*.*").Select(file => Path.GetFileNameWithoutExtension(file)).Distinct()];

    public static IReadOnlyList<string> SingleLabel { get; } = [.. Names.Where(name => !Open(name).IsMultiLabel)];

    public static IReadOnlyList<string> MultiLabel { get; } = [.. Names.Where(name => Open(name).IsMultiLabel)];

    public string Name { get; }

    public JsonElement Json { get; }

    public GoldenTensors Arrays { get; }

    public bool IsMultiLabel => (Arrays.Has("y_index"), Arrays.Has("Y")) switch
    {
        (true, false) => false,
        (false, true) => true,
        _ => throw new NotSupportedException($"probe/{Name}: a case of unknown kind; it needs either y_index or Y."),
    };

    public int TrainRows => Json.GetProperty("n_train").GetInt32();

    public Matrix<float> Train => Part(0, TrainRows);

    public Matrix<float> Test => Part(TrainRows, _rows.Rows - TrainRows);

    public LabelRows TrainLabels => Labels(0, TrainRows);

    public LabelRows TestLabels => Labels(TrainRows, _rows.Rows - TrainRows);

    public double[] Cs =>
        [.. Json.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("C").GetDouble())];

    public static ProbeCase Open(string name) => new(name);

    /// <summary>What the case holds and no test knows.</summary>
    public IEnumerable<string> Unknown()
    {
        IEnumerable<string> keys = Keys(Json).Except(s_keys);
        IEnumerable<string> runKeys = Json.GetProperty("runs").EnumerateArray().SelectMany(Keys).Except(s_runKeys);
        IEnumerable<string> knnKeys = Json.TryGetProperty("knn", out JsonElement knn)
            ? Keys(knn).Where(key => !KnownNeighbourKey().IsMatch(key))
            : [];
        return keys.Concat(runKeys).Concat(knnKeys).Concat(Arrays.Names.Where(array => !KnownArray().IsMatch(array)));
    }

    /// <summary>An array of the run with this C.</summary>
    public GoldenTensor RunArray(double c, string name)
    {
        string found = Arrays.Names.Single(
            array => array.StartsWith("C=", StringComparison.Ordinal)
                && array.EndsWith($"/{name}", StringComparison.Ordinal)
                && double.Parse(array[2..^(name.Length + 1)], CultureInfo.InvariantCulture) == c);
        return Arrays[found];
    }

    public static int[] Indices(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetInt32())];

    private static IEnumerable<string> Keys(JsonElement json) =>
        json.EnumerateObject().Select(property => property.Name);

    private Matrix<float> Part(int first, int count) =>
        new(_rows.View.Slice(first, count).Values.ToArray(), count, _rows.Columns);

    private LabelRows Labels(int first, int count)
    {
        if (!IsMultiLabel)
        {
            double[] values = Arrays["y_index"].Values[first..(first + count)];
            int[] labels = Array.ConvertAll(values, value => (int)value);
            return LabelRows.Single(labels, Json.GetProperty("labels").GetArrayLength());
        }

        GoldenTensor truth = Arrays["Y"];
        int classes = truth.Shape[1];
        return LabelRows.Of(
            [.. Enumerable.Range(first, count).Select(row =>
                Enumerable.Range(0, classes).Where(c => truth.Values[(row * classes) + c] != 0).ToArray())],
            classes);
    }

    [GeneratedRegex(
        "^(X|Y|y_index|C=[0-9.eE+-]+/((coef|intercept)_(opt|sklearn)|test_proba_opt)|" +
        "knn/(euclidean|cosine)_(neighbours|dist)[0-9]+|ncm/(centroids|cosine_prototypes|cosine_sim))$")]
    private static partial Regex KnownArray();

    [GeneratedRegex("^(euclidean|cosine)_(k[0-9]+_(uniform|distance)|min_gap_between_successive_distances)$")]
    private static partial Regex KnownNeighbourKey();
}
