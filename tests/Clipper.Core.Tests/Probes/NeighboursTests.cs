using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Probes;

namespace Clipper.Core.Tests.Probes;

public sealed class NeighboursTests
{
    private static readonly Matrix<float> s_support = new([0, 1, 1, 3], 4, 1);
    private static readonly Matrix<float> s_query = new([1], 1, 1);

    [Fact]
    public void Find_takes_the_lower_row_first_where_distances_are_equal()
    {
        Neighbours found = NearestNeighbours.Find(s_support, s_query, 4, NeighbourDistance.Euclidean);

        Assert.Equal([1, 2, 0, 3], found.Rows.Values.ToArray());
        Assert.Equal([0, 0, 1, 2], found.Distances.Values.ToArray());
    }

    [Fact]
    public void Shares_by_distance_count_twins_of_the_query_alone()
    {
        Neighbours found = NearestNeighbours.Find(s_support, s_query, 4, NeighbourDistance.Euclidean);

        Matrix<double> shares = found.Shares(LabelRows.Single([0, 1, 2, 0], 3), 4, NeighbourWeights.Distance);

        Assert.Equal([0, 0.5, 0.5], shares.Values.ToArray());
    }

    [Fact]
    public void Shares_give_every_label_of_a_neighbour_its_vote()
    {
        Neighbours found = NearestNeighbours.Find(s_support, s_query, 4, NeighbourDistance.Euclidean);
        var labels = LabelRows.Of([[0], [0, 1], [1], []], 3);

        Assert.Equal([0.5, 0.5, 0], found.Shares(labels, 4, NeighbourWeights.Uniform).Values.ToArray());
        Assert.Equal([1, 1, 0], found.Shares(labels, 1, NeighbourWeights.Uniform).Values.ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Find_refuses_a_number_of_neighbours_that_there_are_not(int k) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => NearestNeighbours.Find(s_support, s_query, k, NeighbourDistance.Cosine));

    [Fact]
    public void NearestClassMean_never_chooses_a_class_without_rows()
    {
        var labels = LabelRows.Of([[0], [0, 2], [2], [0]], 3);
        var mean = NearestClassMean.Fit(s_support, labels, NeighbourDistance.Euclidean);

        double[] nearness = mean.Nearness(s_query).Values.ToArray();

        Assert.Equal(double.NegativeInfinity, nearness[1]);
        Assert.Equal(-1.0 / 3, nearness[0], 1e-12);
        Assert.Equal(0, nearness[2]);
    }
}
