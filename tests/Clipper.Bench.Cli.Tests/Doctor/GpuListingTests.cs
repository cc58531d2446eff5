using Clipper.Bench.Cli.Doctor;
using Clipper.Testing;

namespace Clipper.Bench.Cli.Tests.Doctor;

public sealed class GpuListingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_gpu_has_its_name_memory_and_driver()
    {
        string program = Script("""
            test "$1 $2" = "--query-gpu=name,memory.total,driver_version --format=csv,noheader" || exit 2
            echo "NVIDIA H200, 143771 MiB, 570.86.15"
            echo "NVIDIA A2, 15356 MiB, 570.86.15"
            """);

        Assert.Equal(
            ["NVIDIA H200 (143771 MiB, driver 570.86.15)", "NVIDIA A2 (15356 MiB, driver 570.86.15)"],
            GpuListing.Read(program, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void Program_that_is_missing_or_fails_lists_none()
    {
        string failing = Script("echo 'NVIDIA-SMI has failed because it could not communicate'; exit 9");

        Assert.Empty(GpuListing.Read(_folder.Combine("nothing"), TimeSpan.FromMinutes(1)));
        Assert.Empty(GpuListing.Read(failing, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void Program_that_hangs_is_not_waited_for() =>
        Assert.Empty(GpuListing.Read(Script("exec sleep 600"), TimeSpan.FromMilliseconds(50)));

    private string Script(string body)
    {
        string path = _folder.Combine("smi");
        File.WriteAllText(path, "#!/bin/sh\n" + body + "\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        return path;
    }
}
