using System.Globalization;
using System.Text.Json;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Probes;
using Clipper.Testing;

namespace Clipper.Core.Tests.Probes;

/// <summary>The nearest neighbours and nearest class means of every case of goldens/probe, discovered.</summary>
public sealed class NeighbourGoldenTests
{
    public static TheoryData<string> SingleLabel => [.. ProbeCase.SingleLabel];

    [Theory]
    [MemberData(nameof(SingleLabel))]
    public void Find_gives_the_golden_neighbours_and_distances(string caseName)
    {
        var golden = ProbeCase.Open(caseName);
        foreach (string array in golden.Arrays.Names.Where(
            name => name.Contains("_neighbours", StringComparison.Ordinal)))
        {
            GoldenTensor expected = golden.Arrays[array];
            GoldenTensor distances = golden.Arrays[array.Replace("_neighbours", "_dist", StringComparison.Ordinal)];

            Neighbours found = NearestNeighbours.Find(golden.Train, golden.Test, expected.Shape[1], DistanceOf(array));

            for (int i = 0; i < expected.Values.Length; i++)
            {
                Assert.Equal(distances.Values[i], found.Distances.Values[i], 1e-9);
                Assert.Equal((int)expected.Values[i], found.Rows.Values[i]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(SingleLabel))]
    public void Shares_predict_as_the_goldens_do(string name)
    {
        var golden = ProbeCase.Open(name);
        foreach (JsonProperty entry in golden.Json.GetProperty("knn").EnumerateObject())
        {
            string[] parts = entry.Name.Split('_');
            if (entry.Value.ValueKind != JsonValueKind.Array)
            {
                continue; // the least gap between distances, for interest
            }

            int k = int.Parse(parts[1][1..], CultureInfo.InvariantCulture);
            NeighbourWeights weights = parts[2] == "uniform" ? NeighbourWeights.Uniform : NeighbourWeights.Distance;

            Neighbours found = NearestNeighbours.Find(golden.Train, golden.Test, k, DistanceOf(parts[0]));
            Matrix<double> shares = found.Shares(golden.TrainLabels, k, weights);

            Assert.Equal(ProbeCase.Indices(entry.Value), Winners(shares));
        }
    }

    [Theory]
    [MemberData(nameof(SingleLabel))]
    public void NearestClassMean_gives_the_golden_means_and_classes(string name)
    {
        var golden = ProbeCase.Open(name);

        var plain = NearestClassMean.Fit(golden.Train, golden.TrainLabels, NeighbourDistance.Euclidean);
        var cosine = NearestClassMean.Fit(golden.Train, golden.TrainLabels, NeighbourDistance.Cosine);
        Matrix<double> cosines = cosine.Nearness(golden.Test);

        AssertClose(golden.Arrays["ncm/centroids"], plain.Means.Values, 1e-12);
        AssertClose(golden.Arrays["ncm/cosine_prototypes"], cosine.Means.Values, 1e-12);
        AssertClose(golden.Arrays["ncm/cosine_sim"], cosines.Values, 1e-7);
        int[] expected = ProbeCase.Indices(golden.Json.GetProperty("ncm_euclidean"));
        Assert.Equal(expected, Winners(plain.Nearness(golden.Test)));
        Assert.Equal(ProbeCase.Indices(golden.Json.GetProperty("ncm_cosine_normalised")), Winners(cosines));
    }

    private static NeighbourDistance DistanceOf(string name) =>
        name.Contains("cosine", StringComparison.Ordinal) ? NeighbourDistance.Cosine : NeighbourDistance.Euclidean;

    private static int[] Winners(Matrix<double> scores)
    {
        var winners = new int[scores.Rows];
        for (int row = 0; row < winners.Length; row++)
        {
            double[] line = scores.Row(row).ToArray();
            winners[row] = Array.IndexOf(line, line.Max());
        }

        return winners;
    }

    private static void AssertClose(GoldenTensor expected, ReadOnlySpan<double> actual, double tolerance)
    {
        Assert.Equal(expected.Values.Length, actual.Length);
        for (int i = 0; i < actual.Length; i++)
        {
            Assert.Equal(expected.Values[i], actual[i], tolerance);
        }
    }
}
