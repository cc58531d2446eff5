using Clipper.Clip.Runtime;
using Clipper.Core.Errors;
using TorchSharp;

namespace Clipper.Clip.Tests.Runtime;

public sealed class TorchRuntimeTests
{
    [Fact]
    public void Start_names_what_it_computes_with()
    {
        TorchReport report = TorchRuntime.Start();

        Assert.Matches(@"^\d+\.\d+", report.TorchVersion);
        Assert.StartsWith("TorchSharp", report.Provider, StringComparison.Ordinal);
        Assert.NotEmpty(report.BlasLibrary);
        Assert.True(report.SgemmGflops > 0);
        Assert.Same(report, TorchRuntime.Report);
    }

    [Fact]
    public void Start_again_keeps_the_report_and_sets_the_threads_of_the_caller()
    {
        TorchReport first = TorchRuntime.Start();

        TorchReport second = TorchRuntime.Start(2);

        Assert.Same(first, second);
        Assert.Equal(2, torch.get_num_threads());
        TorchRuntime.Start(1);
        Assert.Equal(1, torch.get_num_threads());
    }

    [Fact]
    public void Debian_blas_is_the_openmp_build_with_kernels_that_fit_the_processor()
    {
        TorchReport report = TorchRuntime.Start();
        if (!report.BlasLibrary.StartsWith("OpenBLAS", StringComparison.Ordinal))
        {
            return; // another provider brings its own BLAS
        }

        Assert.Contains("openmp", report.BlasLibrary, StringComparison.Ordinal);
        string? asked = Environment.GetEnvironmentVariable("OPENBLAS_CORETYPE");
        if (asked is null && System.Runtime.Intrinsics.X86.Avx512BW.IsSupported)
        {
            Assert.Equal("SkylakeX", report.BlasCore, ignoreCase: true);
        }
    }

    [Fact]
    public void Start_refuses_zero_threads() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TorchRuntime.Start(0));

    [Fact]
    public void A_reference_blas_is_refused_with_the_line_that_installs_a_fast_one()
    {
        var error = Assert.Throws<DataFileException>(() => TorchRuntime.Refuse(3.5, "/usr/lib/libblas.so.3"));

        Assert.Equal(2, error.ExitCode);
        Assert.Contains("3.5 GFLOP/s", error.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install libopenblas0-openmp", error.Message, StringComparison.Ordinal);
    }
}
