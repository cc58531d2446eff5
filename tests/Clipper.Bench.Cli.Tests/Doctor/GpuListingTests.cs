using Clipper.Bench.Cli.Doctor;

namespace Clipper.Bench.Cli.Tests.Doctor;

public sealed class GpuListingTests
{
    [Fact]
    public void Each_gpu_has_its_name_memory_and_driver() => Assert.Equal(
        ["NVIDIA H200 (143771 MiB, driver 570.86.15)", "NVIDIA A2 (15356 MiB, driver 570.86.15)"],
        Read(
            "echo 'NVIDIA H200, 143771 MiB, 570.86.15'; echo 'NVIDIA A2, 15356 MiB, 570.86.15'",
            TimeSpan.FromMinutes(1)));

    [Fact]
    public void Program_that_is_missing_or_fails_lists_none()
    {
        Assert.Empty(GpuListing.Read("/nowhere/nvidia-smi", [], TimeSpan.FromMinutes(1)));
        Assert.Empty(Read("echo 'NVIDIA-SMI has failed'; exit 9", TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void Program_that_hangs_is_not_waited_for() =>
        Assert.Empty(Read("exec sleep 600", TimeSpan.FromMilliseconds(50)));

    private static IReadOnlyList<string> Read(string script, TimeSpan patience) =>
        GpuListing.Read("/bin/sh", ["-c", script], patience);
}
