using System.Numerics;
using System.Text.Json;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Tests.Imprinting;
using Clipper.Core.Training;

namespace Clipper.Core.Tests.Training;

/// <summary>Every trajectory of training in goldens/mwi, discovered.</summary>
public sealed class TrainingGoldenTests
{
    private const double DoubleTolerance = 1e-12;
    private const double FloatTolerance = 5e-6;

    public static TheoryData<string, string> All
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string name in ImprintingCase.Names)
            {
                foreach (string variant in Variants(ImprintingCase.Open(name)))
                {
                    data.Add(name, variant);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Trajectory_is_the_golden_one(string name, string variant)
    {
        ImprintingCase golden = ImprintingCase.Open(name);

        Check<double>(golden, $"f64/{variant}", variant, DoubleTolerance);
        Check<float>(golden, $"f32/{variant}", variant, FloatTolerance);
    }

    private static IEnumerable<string> Variants(ImprintingCase golden) => golden.Arrays is null || !golden.IsTrained
        ? []
        : golden.Arrays.Names
            .Where(array => array.EndsWith("/step_loss", StringComparison.Ordinal))
            .Select(array => array.Split('/')[1])
            .Distinct();

    private static void Check<T>(ImprintingCase golden, string prefix, string variant, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrix<T> queries = golden.Matrix<T>("q_raw");
        var losses = new List<double>();
        HeadTrainer<T> trainer = Trainer<T>(golden, variant, losses.Add);
        int epochs = golden.Json.GetProperty("train").GetProperty("epochs").GetInt32();
        var seen = new HashSet<int>();
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            trainer.Train(1);
            if (golden.Arrays!.Has($"{prefix}/W_epoch{epoch}"))
            {
                seen.Add(epoch);
                AssertClose(golden, $"{prefix}/W_epoch{epoch}", Columns(trainer.Weights()), tolerance);
                AssertClose(golden, $"{prefix}/W_epoch{epoch}_colnorm", Columns(trainer.Head().Weights), tolerance);
            }
        }

        Assert.Equal(golden.Arrays!.Names.Count(array => IsRawWeights(array, prefix)), seen.Count);
        var scores = new Matrix<T>(queries.Rows, trainer.Head().Classes.Count);
        trainer.Head().Scores(queries, scores.Values);
        AssertClose(golden, $"{prefix}/final_scores", scores.Values, tolerance);
        AssertClose<double>(golden, $"{prefix}/step_loss", [.. losses], tolerance);
        AssertClose<double>(golden, $"{prefix}/epoch_loss", EpochLosses(golden, variant, losses), tolerance);
    }

    private static HeadTrainer<T> Trainer<T>(ImprintingCase golden, string variant, Action<double> loss)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ClassList list = ImprintingCase.Classes(golden.Json.GetProperty("labels"));
        Matrix<T> support = golden.Matrix<T>("x_raw");
        ImprintedHead<T> head = ImprintedHead<T>.Imprint(golden.Kind, support, list.Labels, list.Names);
        IEpochOrder order = variant == "mini_shuffled"
            ? new GivenOrder(golden.Arrays!["mini_shuffled/orders"].Values)
            : new GivenOrder([.. Enumerable.Range(0, support.Rows).Select(row => (double)row)]);
        return new HeadTrainer<T>(head, TrainingSet<T>.Of(support, list.Labels), Settings(golden, variant), order)
        {
            StepLoss = loss,
        };
    }

    private static TrainingSettings Settings(ImprintingCase golden, string variant)
    {
        JsonElement train = golden.Json.GetProperty("train");
        Assert.Equal(
            (0.9, 0.999, 1e-7),
            (train.GetProperty("beta1").GetDouble(), train.GetProperty("beta2").GetDouble(),
                train.GetProperty("eps").GetDouble()));
        string loss = train.GetProperty("loss").GetString()!.Split(' ')[0];
        return new TrainingSettings(
            loss switch
            {
                "binary_crossentropy" => TrainingLoss.BinaryCrossEntropy,
                "categorical_crossentropy" => TrainingLoss.CategoricalCrossEntropy,
                _ => throw new NotSupportedException($"mwi/{golden.Name}: a loss of unknown kind '{loss}'."),
            },
            BatchOf(golden, variant),
            train.GetProperty("lr").GetDouble(),
            variant == "full_renorm_each_epoch" ? 1 : 0);
    }

    private static int BatchOf(ImprintingCase golden, string variant) =>
        variant.StartsWith("full", StringComparison.Ordinal)
            ? golden.Json.GetProperty("labels").GetArrayLength()
            : golden.Json.GetProperty("train").GetProperty("batch").GetInt32();

    /// <summary>The mean of the step losses of each epoch, weighted by batch size.</summary>
    private static double[] EpochLosses(ImprintingCase golden, string variant, List<double> losses)
    {
        int rows = golden.Json.GetProperty("labels").GetArrayLength();
        int batch = BatchOf(golden, variant);
        int steps = (rows + batch - 1) / batch;
        return
        [
            .. losses.Chunk(steps).Select(epoch =>
                epoch.Select((loss, step) => loss * Math.Min(batch, rows - (step * batch))).Sum() / rows),
        ];
    }

    private static bool IsRawWeights(string array, string prefix) =>
        array.StartsWith($"{prefix}/W_epoch", StringComparison.Ordinal)
        && !array.EndsWith("_colnorm", StringComparison.Ordinal);

    private static T[] Columns<T>(Matrix<T> weights)
        where T : unmanaged
    {
        var transposed = new T[weights.Values.Length];
        for (int cell = 0; cell < transposed.Length; cell++)
        {
            transposed[(cell % weights.Columns * weights.Rows) + (cell / weights.Columns)] = weights.Values[cell];
        }

        return transposed;
    }

    private static void AssertClose<T>(ImprintingCase golden, string array, ReadOnlySpan<T> actual, double tolerance)
        where T : unmanaged, INumberBase<T>
    {
        double[] expected = golden.Arrays![array].Values;
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            double difference = Math.Abs(expected[i] - double.CreateChecked(actual[i]));
            Assert.True(difference <= tolerance, $"mwi/{golden.Name} {array}[{i}]: off by {difference}");
        }
    }
}
