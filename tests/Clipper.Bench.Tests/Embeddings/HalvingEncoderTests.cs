using System.Runtime.InteropServices;
using Clipper.Bench.Embeddings;
using Clipper.Core.Errors;

namespace Clipper.Bench.Tests.Embeddings;

public sealed class HalvingEncoderTests
{
    private const int Length = 3;

    [Theory]
    [InlineData(16, 16, new[] { 16 })]
    [InlineData(16, 8, new[] { 16, 8, 8 })]
    [InlineData(11, 3, new[] { 11, 5, 2, 2, 2, 2, 2, 1 })]
    [InlineData(4, 1, new[] { 4, 2, 1, 1, 1, 1 })]
    public void Batch_that_does_not_fit_is_halved_until_it_does(int images, int capacity, int[] calls)
    {
        var device = new SmallDevice<byte>(capacity);
        using var encoder = new HalvingEncoder<byte>(device);

        float[] rows = Encode(encoder, images);

        Assert.Equal(Enumerable.Range(0, images).Select(i => (float)i), rows);
        Assert.Equal(calls, device.Calls);
    }

    [Fact]
    public void Later_batches_begin_with_the_size_that_fitted()
    {
        var device = new SmallDevice<byte>(capacity: 4);
        using var encoder = new HalvingEncoder<byte>(device);
        Encode(encoder, 8);
        device.Calls.Clear();

        Encode(encoder, 8);

        Assert.Equal([4, 4], device.Calls);
    }

    [Fact]
    public void Workers_side_by_side_get_their_own_rows()
    {
        using var encoder = new HalvingEncoder<byte>(new SmallDevice<byte>(capacity: 2));

        Parallel.For(0, 16, _ => Assert.Equal(Enumerable.Range(0, 9).Select(i => (float)i), Encode(encoder, 9)));
    }

    [Fact]
    public void Device_without_room_for_one_image_is_an_error_that_says_what_to_do()
    {
        using var encoder = new HalvingEncoder<byte>(new SmallDevice<byte>(capacity: 0));

        var error = Assert.Throws<UsageException>(() => Encode(encoder, 5));

        Assert.Contains("--device cpu", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CUDA error: out of memory")]
    [InlineData("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`")]
    [InlineData("cuDNN error: CUDNN_STATUS_ALLOC_FAILED")]
    [InlineData("[enforce fail at alloc_cpu.cpp:66] . DefaultCPUAllocator: can't allocate memory: you tried to …")]
    public void Every_word_for_full_memory_halves_the_batch(string message)
    {
        var device = new SmallDevice<byte>(capacity: 2, message);
        using var encoder = new HalvingEncoder<byte>(device);

        Encode(encoder, 4);

        Assert.Equal([4, 2, 2], device.Calls);
    }

    [Fact]
    public void Other_failures_are_not_hidden()
    {
        var device = new SmallDevice<byte>(capacity: 1, "CUDA error: an illegal memory access was encountered");
        using var encoder = new HalvingEncoder<byte>(device);

        Assert.ThrowsAny<ExternalException>(() => Encode(encoder, 2));
        Assert.Single(device.Calls);
    }

    [Fact]
    public void Everything_else_is_the_encoder_s()
    {
        var device = new SmallDevice<byte>(capacity: 1);

        using (var encoder = new HalvingEncoder<byte>(device))
        {
            Assert.Equal((1, 5, 7), (encoder.Dimension, encoder.Workers(4), encoder.Batch(5)));
            Encode(encoder, 0);
        }

        Assert.Empty(device.Calls);
        Assert.True(device.IsDisposed);
    }

    private static float[] Encode(HalvingEncoder<byte> encoder, int images)
    {
        byte[] pixels = new byte[images * Length];
        for (int i = 0; i < images; i++)
        {
            pixels[i * Length] = (byte)i;
        }

        float[] rows = new float[images];
        encoder.Encode(pixels, images, rows);
        return rows;
    }
}
