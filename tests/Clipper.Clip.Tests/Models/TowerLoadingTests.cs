using Clipper.Clip.Models;
using Clipper.Core.Errors;
using Clipper.Testing;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Clipper.Clip.Tests.Models;

public sealed class TowerLoadingTests
{
    private static readonly ModelDescription Model = ModelLoader.Describe("random:3");

    [Theory]
    [InlineData("CUDA out of memory. Tried to allocate 2.00 GiB", "cuda", "--device cpu")]
    [InlineData("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`", "cuda:1", "nvidia-smi")]
    [InlineData("DefaultCPUAllocator: can't allocate memory: you tried to allocate 4 bytes", "cpu", "smaller model")]
    public void Weights_that_do_not_fit_are_an_error_that_says_what_to_do(string words, string device, string advice)
    {
        var place = new Device(device);
        using Linear tower = nn.Linear(1, 1);

        var error = Assert.Throws<UsageException>(
            () => TowerLoading.Load(Model, place, () => tower, _ => throw new NativeFailure(words)));

        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
        Assert.Contains(Model.Name, error.Message, StringComparison.Ordinal);
        Assert.Contains(device, error.Message, StringComparison.Ordinal);
        Assert.Equal(words, error.InnerException?.Message);
        Assert.ThrowsAny<Exception>(() => tower.weight.numel());
    }

    [Fact]
    public void Tower_that_cannot_even_be_created_is_the_same_error() =>
        Assert.Throws<UsageException>(() => TowerLoading.Load<Linear>(
            Model, CPU, () => throw new NativeFailure("CUDA error: out of memory"), _ => { }));

    [Fact]
    public void Other_failures_pass_through()
    {
        Assert.Throws<NativeFailure>(() => TowerLoading.Load<Linear>(
            Model, CPU, () => throw new NativeFailure("CUDA error: an illegal memory access"), _ => { }));
        Assert.Throws<DataFileException>(() => TowerLoading.Load(
            Model, CPU, () => nn.Linear(1, 1), _ => throw new DataFileException("x", "is no file of weights.")));
    }
}
