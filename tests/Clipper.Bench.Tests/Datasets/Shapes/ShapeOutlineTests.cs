using Clipper.Bench.Datasets.Shapes;

namespace Clipper.Bench.Tests.Datasets.Shapes;

public sealed class ShapeOutlineTests
{
    public static TheoryData<ShapeKind> Shapes => [.. Enum.GetValues<ShapeKind>()];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Contains_shape_lies_in_the_unit_disc_and_fills_a_fair_part(ShapeKind shape)
    {
        const int Steps = 200;
        int inside = 0;
        for (int i = 0; i <= Steps * Steps; i++)
        {
            var point = new Vector((3.0 * (i % Steps) / Steps) - 1.5, (3.0 * (i / Steps) / Steps) - 1.5);
            if (ShapeOutline.Contains(shape, point))
            {
                inside++;
                Assert.InRange((point.X * point.X) + (point.Y * point.Y), 0, 1.0001);
            }
        }

        double share = inside * 9.0 / (Steps * Steps) / Math.PI;
        Assert.InRange(share, 0.25, 0.95);
    }

    [Fact]
    public void Direction_is_a_unit_vector_in_every_quarter()
    {
        for (int quarter = 0; quarter < 4; quarter++)
        {
            Vector axis = Vector.Direction(0.3, quarter);
            Assert.Equal(1, (axis.X * axis.X) + (axis.Y * axis.Y), 12);
            Vector own = axis.In(axis);
            Assert.Equal(1, own.X, 12);
            Assert.Equal(0, own.Y, 12);
        }
    }
}
