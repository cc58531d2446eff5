using Clipper.Bench.Cli.Doctor;

namespace Clipper.Bench.Cli.Tests.Doctor;

public sealed class LibraryCheckTests
{
    [Theory]
    [InlineData("Haswell", true, true)]
    [InlineData("haswell", true, true)]
    [InlineData("Zen", true, true)]
    [InlineData("SkylakeX", true, false)]
    [InlineData("Sapphirerapids", true, false)]
    [InlineData("unknown", true, false)]
    [InlineData("Haswell", false, false)]
    public void Kernels_are_slow_where_the_processor_has_wider_vectors(string core, bool hasAvx512, bool isSlow) =>
        Assert.Equal(isSlow, LibraryCheck.SlowKernels(core, hasAvx512) is not null);
}
