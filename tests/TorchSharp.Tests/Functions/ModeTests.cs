using static TorchSharp.torch;

namespace TorchSharp.Tests.Functions;

public sealed class ModeTests
{
    [Fact]
    public void No_grad_records_nothing_until_disposed()
    {
        using var x = ones(1, requires_grad: true);
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            Assert.False((x * 2).requires_grad);
            using (enable_grad()) Assert.True((x * 2).requires_grad);
            using (set_grad_enabled(true)) Assert.True(is_grad_enabled());
        }

        Assert.True((x * 2).requires_grad);
    }

    [Fact]
    public void Inference_mode_ends_when_disposed_twice_or_once()
    {
        using var x = ones(1, requires_grad: true);
        var mode = inference_mode();
        Assert.False((x * 2).requires_grad);

        mode.Dispose();
        mode.Dispose();

        Assert.True((x * 2).requires_grad);
    }

    [Fact]
    public void Threads_are_as_set()
    {
        var before = get_num_threads();
        try
        {
            set_num_threads(2);
            Assert.Equal(2, get_num_threads());
        }
        finally
        {
            set_num_threads(before);
        }
    }

    [Fact]
    public void Cuda_is_available_where_devices_are()
    {
        Assert.Equal(cuda.device_count() > 0, cuda.is_available());
        Assert.Equal(cuda.is_available(), TryInitializeDeviceType(DeviceType.CUDA));
        Assert.True(TryInitializeDeviceType(DeviceType.CPU));
        cuda.manual_seed_all(1);
        if (cuda.is_available())
        {
            cuda.synchronize();
            Assert.Equal(DeviceType.CUDA, ones(1).cuda().device.type);
        }
        else
        {
            Assert.False(cuda.is_cudnn_available());
            Assert.Throws<InvalidOperationException>(() => device("cuda:0"));
            Assert.Throws<InvalidOperationException>(() => ones(1).cuda());
        }
    }

    [Fact]
    public void Devices_are_described_in_words()
    {
        Assert.Equal("cpu", CPU.ToString());
        Assert.Equal("cuda:1", new Device("cuda:1").ToString());
        Assert.Equal((DeviceType.CUDA, 2), (new Device(2).type, new Device(2).index));
        Assert.Throws<ArgumentException>(() => new Device("gpu"));
    }
}
