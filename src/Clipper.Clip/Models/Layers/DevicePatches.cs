using System.Runtime.InteropServices;
using Clipper.Clip.Imaging;
using TorchSharp;
using static TorchSharp.torch;

namespace Clipper.Clip.Models.Layers;

/// <summary>Rows that the device normalises and cuts by itself, of images that are copied to it as they are. For a GPU
/// they are written to a buffer that it copies from by itself (pinned memory); the buffer is used again, as pinning
/// takes longer than copying: the caller waits for the tower's result before it brings the next images. On a CPU the
/// rows have the bits of <see cref="HostPatches"/>: every step is rounded to single precision in both.</summary>
internal sealed class DevicePatches : IPatchMaker
{
    private const float Levels = 255;

    private readonly VisionSettings _settings;
    private readonly Device _device;
    private readonly Tensor _levels;
    private readonly Tensor _mean;
    private readonly Tensor _std;
    private Tensor? _pixels;
    private Tensor? _planes;

    /// <summary>For one device and the mean and std of one model.</summary>
    public DevicePatches(VisionSettings settings, PreprocessSpec preprocess, Device device)
    {
        (_settings, _device) = (settings, device);
        // Tensors, not numbers: CUDA multiplies by a number's reciprocal, which is rounded, and does not divide by it.
        _levels = Constant(device, Levels);
        _mean = Constant(device, preprocess.Mean.R, preprocess.Mean.G, preprocess.Mean.B);
        _std = Constant(device, preprocess.Std.R, preprocess.Std.G, preprocess.Std.B);
    }

    public Tensor FromPixels(ReadOnlySpan<byte> pixels, int count)
    {
        using var scope = NewDisposeScope();
        int grid = _settings.Grid, patch = _settings.PatchSize;
        var images = Upload(ref _pixels, ScalarType.Byte, pixels)
            .view(count, _settings.ImageSize, _settings.ImageSize, 3);
        var patches = Used(images, 1)
            .view(count, grid, patch, grid, patch, 3)
            .permute(0, 1, 3, 5, 2, 4)
            .reshape(count, _settings.Tokens - 1, 3, patch * patch);
        var values = patches.to(ScalarType.Float32).div_(_levels).sub(_mean).div_(_std);
        return Rows(values, count).MoveToOuterDisposeScope();
    }

    public Tensor FromPlanes(ReadOnlySpan<float> planes, int count)
    {
        using var scope = NewDisposeScope();
        int grid = _settings.Grid, patch = _settings.PatchSize;
        var images = Upload(ref _planes, ScalarType.Float32, planes)
            .view(count, 3, _settings.ImageSize, _settings.ImageSize);
        var patches = Used(images, 2)
            .view(count, 3, grid, patch, grid, patch)
            .permute(0, 2, 4, 1, 3, 5);
        return Rows(patches, count).MoveToOuterDisposeScope();
    }

    public void Dispose()
    {
        _levels.Dispose();
        _mean.Dispose();
        _std.Dispose();
        _pixels?.Dispose();
        _planes?.Dispose();
    }

    // Along the channels, which lie before the values of a patch.
    private static Tensor Constant(Device device, params float[] values)
    {
        using var scope = NewDisposeScope();
        return tensor(values).view(-1, 1).to(device).DetachFromDisposeScope();
    }

    // Queues the copy and does not wait for it.
    private Tensor Upload<T>(ref Tensor? buffer, ScalarType type, ReadOnlySpan<T> images)
        where T : unmanaged
    {
        if (buffer is null || buffer.numel() < images.Length)
        {
            buffer?.Dispose();
            buffer = null;
            var plain = empty(images.Length, dtype: type);
            buffer = (_device.type == DeviceType.CPU ? plain : plain.pin_memory()).DetachFromDisposeScope();
        }

        images.CopyTo(MemoryMarshal.Cast<byte, T>(buffer.bytes));
        return buffer.narrow(0, 0, images.Length).to(_device, non_blocking: true);
    }

    // Without the lines and columns that fill no patch.
    private Tensor Used(Tensor images, long line)
    {
        int side = _settings.Grid * _settings.PatchSize;
        return images.narrow(line, 0, side).narrow(line + 1, 0, side);
    }

    // The class token's row is 0.
    private Tensor Rows(Tensor patches, int count)
    {
        var first = zeros(count, 1, _settings.PatchValues, device: _device);
        return cat([first, patches.reshape(count, _settings.Tokens - 1, _settings.PatchValues)], 1);
    }
}
