using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public sealed class TensorDataTests
{
    [Fact]
    public void Data_of_a_transposed_tensor_is_in_row_major_order()
    {
        using var matrix = Values.Of([2, 3], 1, 2, 3, 4, 5, 6);
        using var transposed = matrix.t();

        Assert.Equal([1f, 4, 2, 5, 3, 6], transposed.data<float>().ToArray());
        Assert.Equal(6, transposed.data<float>().Count);
        Assert.Equal([1f, 4, 2, 5, 3, 6], transposed.data<float>());
    }

    [Fact]
    public void Data_copies_a_part_into_a_part()
    {
        using var vector = Values.Vector(1, 2, 3, 4);
        var target = new float[4];

        vector.data<float>().CopyTo(target, arrayIndex: 2, tensorIndex: 1);

        Assert.Equal([0f, 0, 2, 3], target);
    }

    [Fact]
    public void Data_of_another_type_is_refused()
    {
        using var vector = Values.Vector(1);

        Assert.Throws<ArgumentException>(() => vector.data<double>());
    }

    [Fact]
    public void Bytes_are_the_memory_itself()
    {
        using var vector = Values.Vector(1, 2);

        MemoryMarshal.Cast<byte, float>(vector.bytes)[1] = 5;

        Values.AssertEqual(vector, [2], 1, 5);
        vector.bytes = MemoryMarshal.AsBytes(new Span<float>([7, 8]));
        Values.AssertEqual(vector, [2], 7, 8);
    }

    [Fact]
    public void Bytes_of_half_precision_numbers_convert()
    {
        using var halves = torch.empty(2, dtype: ScalarType.Float16);
        halves.bytes = MemoryMarshal.AsBytes(new Span<Half>([(Half)1.5, (Half)(-2)]));
        using var brain = torch.empty(1, dtype: ScalarType.BFloat16);
        brain.bytes = [0x80, 0x3F];

        Values.AssertEqual(halves, [2], 1.5, -2);
        Values.AssertEqual(brain, [1], 1);
    }

    [Fact]
    public void Bytes_need_contiguous_memory_and_their_number()
    {
        using var matrix = Values.Of([2, 2], 1, 2, 3, 4);
        using var transposed = matrix.t();

        Assert.Throws<InvalidOperationException>(() => transposed.bytes.Length);
        Assert.Throws<ArgumentException>(() => matrix.bytes = new byte[3]);
    }

    [Fact]
    public void Item_needs_one_element()
    {
        using var pair = Values.Vector(1, 2);

        Assert.Throws<ArgumentException>(() => pair.item<float>());
        Assert.Equal(2f, pair[1].item<float>());
        Assert.Equal(2f, pair[1].to(ScalarType.Int64).ToSingle());
    }

    [Fact]
    public void Tensors_of_no_elements_have_no_data()
    {
        using var none = zeros(0, 3);

        Assert.Empty(none.data<float>().ToArray());
        Assert.Equal(0, none.bytes.Length);
    }

    [Fact]
    public void Saved_tensors_load_as_they_were()
    {
        using var stream = new MemoryStream();
        using var saved = arange(300).reshape(3, 100).t();

        saved.Save(stream);
        using var reader = new BinaryReader(new MemoryStream(stream.ToArray()));
        using var loaded = TensorExtensionMethods.Load(reader);

        Assert.Equal(saved.shape, loaded.shape);
        Assert.Equal(saved.data<long>().ToArray(), loaded.data<long>().ToArray());
    }

    [Fact]
    public void Managed_values_become_tensors()
    {
        Values.AssertEqual(new float[] { 1, 2 }.ToTensor([1, 2]), [1, 2], 1, 2);
        Values.AssertEqual(2.5f.ToTensor(requires_grad: true), [], 2.5);
        Assert.Throws<ArgumentException>(() => 2.ToTensor(requires_grad: true));
    }
}
