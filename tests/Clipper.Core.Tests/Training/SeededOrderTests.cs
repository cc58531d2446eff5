using Clipper.Core.Randomness;
using Clipper.Core.Training;

namespace Clipper.Core.Tests.Training;

public sealed class SeededOrderTests
{
    [Fact]
    public void Every_epoch_is_another_permutation()
    {
        var order = new SeededOrder(new Seed(1));
        var first = new int[50];
        var second = new int[50];

        order.Next(first);
        order.Next(second);

        Assert.Equal(Enumerable.Range(0, 50), first.Order());
        Assert.Equal(Enumerable.Range(0, 50), second.Order());
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void Same_seed_gives_the_same_orders_and_another_seed_others()
    {
        int[] Order(ulong seed)
        {
            var order = new int[50];
            new SeededOrder(new Seed(seed)).Next(order);
            return order;
        }

        Assert.Equal(Order(1), Order(1));
        Assert.NotEqual(Order(1), Order(2));
    }
}
