using static TorchSharp.torch;

namespace TorchSharp.Tests.Factories;

public sealed class FactoryTests
{
    [Fact]
    public void Tensor_of_an_array_has_its_elements_type_and_shape()
    {
        using var floats = tensor(new float[] { 1, 2, 3, 4, 5, 6 }, [2, 3]);
        using var longs = tensor(new long[] { 7, 8 });
        using var bytes = tensor(new byte[] { 1, 255 });
        using var truths = tensor(new[] { true, false });

        Values.AssertEqual(floats, [2, 3], 1, 2, 3, 4, 5, 6);
        Assert.Equal(ScalarType.Float32, floats.dtype);
        Assert.Equal((ScalarType.Int64, 8L), (longs.dtype, longs[1].item<long>()));
        Assert.Equal((ScalarType.Byte, (byte)255), (bytes.dtype, bytes[1].item<byte>()));
        Assert.Equal((ScalarType.Bool, true), (truths.dtype, truths[0].item<bool>()));
    }

    [Fact]
    public void Tensor_of_an_array_is_a_copy()
    {
        float[] elements = [1, 2];
        using var copy = tensor(elements);

        elements[0] = 9;

        Values.AssertEqual(copy, [2], 1, 2);
    }

    [Fact]
    public void Tensor_takes_another_type_and_a_list()
    {
        using var doubles = tensor(new List<int> { 1, 2 }, dtype: ScalarType.Float64);
        using var square = tensor(new List<float> { 1, 2, 3, 4 }, 2, 2);
        using var memory = tensor(new Memory<float>([1, 2]), [1, 2]);

        Assert.Equal(ScalarType.Float64, doubles.dtype);
        Values.AssertEqual(square, [2, 2], 1, 2, 3, 4);
        Values.AssertEqual(memory, [1, 2], 1, 2);
    }

    [Fact]
    public void Tensor_of_a_shape_that_does_not_hold_the_elements_is_refused() =>
        Assert.Throws<ArgumentException>(() => tensor(new float[] { 1, 2, 3 }, [2, 2]));

    [Fact]
    public void Scalars_have_no_dimensions()
    {
        using var scalar = tensor(2.5f);

        Assert.Empty(scalar.shape);
        Assert.Equal(2.5f, scalar.item<float>());
    }

    [Fact]
    public void From_array_takes_arrays_of_any_rank()
    {
        using var matrix = from_array(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        using var empty = from_array(new int[0, 4]);

        Values.AssertEqual(matrix, [2, 3], 1, 2, 3, 4, 5, 6);
        Assert.Equal([0, 4], empty.shape);
    }

    [Fact]
    public void Filled_tensors_hold_their_value()
    {
        Values.AssertEqual(zeros(2), [2], 0, 0);
        Values.AssertEqual(ones(1, 2), [1, 2], 1, 1);
        Values.AssertEqual(full(2, 1.5), [2], 1.5, 1.5);
        Values.AssertEqual(eye(2, 3), [2, 3], 1, 0, 0, 0, 1, 0);
        Assert.Equal([3, 0, 2, 5], torch.empty(3, 0, 2, 5).shape);
        Assert.Equal(ScalarType.Int64, full(2, 7).dtype);
    }

    [Fact]
    public void Ranges_are_whole_numbers_where_their_ends_are()
    {
        using var whole = arange(2, 8, 2);
        using var halves = arange(0, 1, 0.5);

        Assert.Equal([2L, 4, 6], whole.data<long>().ToArray());
        Values.AssertEqual(halves, [2], 0, 0.5);
    }

    [Fact]
    public void Named_dimensions_are_refused() =>
        Assert.Throws<NotSupportedException>(() => zeros([2], names: ["rows"]));
}
