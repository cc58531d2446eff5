using static TorchSharp.torch;

namespace TorchSharp.Tests.Random;

public sealed class GeneratorTests
{
    [Fact]
    public void Seed_0_gives_the_numbers_that_PyTorch_gives()
    {
        manual_seed(0);
        Values.AssertClose(randn(3), [1.5410, -0.2934, -2.1788], 1e-4);

        random.manual_seed(0);
        Values.AssertClose(rand(3), [0.4963, 0.7682, 0.0885], 1e-4);
    }

    [Fact]
    public void The_same_seed_gives_the_same_numbers_again()
    {
        manual_seed(42);
        using var first = randn(100);
        manual_seed(42);
        using var second = randn(100);
        using var third = randn(100);

        Assert.Equal(first.data<float>().ToArray(), second.data<float>().ToArray());
        Assert.NotEqual(first.data<float>().ToArray(), third.data<float>().ToArray());
    }

    [Fact]
    public void A_generator_of_its_own_leaves_the_others_alone()
    {
        using var generator = new Generator(7);
        manual_seed(1);
        using var expected = rand(5);

        manual_seed(1);
        using var own = rand(5, generator: generator);
        using var actual = rand(5);
        generator.manual_seed(7);
        using var again = rand(5, generator: generator);

        Assert.Equal(expected.data<float>().ToArray(), actual.data<float>().ToArray());
        Assert.Equal(own.data<float>().ToArray(), again.data<float>().ToArray());
    }

    [Fact]
    public void A_disposed_generator_is_refused()
    {
        var generator = new Generator();
        generator.Dispose();

        Assert.Throws<ObjectDisposedException>(() => rand(1, generator: generator));
    }
}
