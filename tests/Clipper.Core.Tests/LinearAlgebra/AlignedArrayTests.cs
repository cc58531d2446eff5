using System.Runtime.CompilerServices;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Tests.LinearAlgebra;

public sealed class AlignedArrayTests
{
    [Theory]
    [InlineData(AlignedArray.Large / sizeof(float))]
    [InlineData(1_000_003)]
    public void Large_array_begins_with_a_page_and_is_of_zeros(int length)
    {
        // Several, as one may begin there by chance.
        ArraySegment<float>[] arrays = [.. Enumerable.Range(0, 4).Select(_ => AlignedArray.Of<float>(length))];

        Assert.All(arrays, array => Assert.Equal(0, Address(array) % AlignedArray.Page));
        Assert.All(arrays, array => Assert.Equal(length, array.Count));
        Assert.All(arrays, array => Assert.False(array.AsSpan().ContainsAnyExcept(0f)));
    }

    [Fact]
    public void Large_array_of_doubles_begins_with_a_page() =>
        Assert.Equal(0, Address(AlignedArray.Of<double>(AlignedArray.Large / sizeof(double))) % AlignedArray.Page);

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData((AlignedArray.Large / sizeof(float)) - 1)]
    public void Smaller_array_has_no_more_than_its_numbers(int length)
    {
        ArraySegment<float> array = AlignedArray.Of<float>(length);

        Assert.Equal((0, length), (array.Offset, array.Count));
        Assert.Equal(length, array.Array?.Length);
    }

    private static nint Address<T>(ArraySegment<T> array) =>
        Unsafe.ByteOffset(ref Unsafe.NullRef<T>(), ref array.AsSpan()[0]);
}
