using System.Runtime.CompilerServices;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Tests.LinearAlgebra;

public sealed class AlignedBufferTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public void Values_begin_with_a_line_of_the_cache(int length)
    {
        using var buffer = new AlignedBuffer<double>(length);

        buffer.Values.Fill(1);

        nint address = Unsafe.ByteOffset(ref Unsafe.NullRef<double>(), ref buffer.Values[0]);
        Assert.Equal(0, address % 64);
        Assert.Equal(length, buffer.Values.Length);
    }

    [Fact]
    public void No_numbers_need_no_room()
    {
        using var buffer = new AlignedBuffer<float>(0);

        Assert.True(buffer.Values.IsEmpty);
    }
}
