using System.Diagnostics;
using System.Runtime.Intrinsics.X86;
using Xunit.Abstractions;

namespace Clipper.Clip.Tests.Models;

/// <summary>The goldens hold with other kernels and instruction sets too. Both are fixed once a process has loaded its
/// libraries, so each runs in a child process.</summary>
public sealed class InstructionSetTests(ITestOutputHelper output)
{
    private const string Goldens =
        "FullyQualifiedName~ClipGoldenTests|FullyQualifiedName~EndToEndGoldenTests"
        + "|FullyQualifiedName~ClipIntermediateTests|FullyQualifiedName~PretrainedVisionTests";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    [Theory]
    [InlineData("OPENBLAS_CORETYPE", "Haswell", false)]
    [InlineData("OPENBLAS_CORETYPE", "SkylakeX", true)]
    [InlineData("DOTNET_EnableAVX512F", "0", false)]
    public async Task Goldens_hold_with_other_kernels(string variable, string value, bool needsAvx512)
    {
        if (needsAvx512 && !Avx512BW.IsSupported)
        {
            output.WriteLine($"{value} kernels need AVX-512, which this processor lacks.");
            return;
        }

        var (exitCode, text) = await RunTests(variable, value);

        Assert.True(exitCode == 0, text);
        Assert.Contains("Passed!", text, StringComparison.Ordinal);
        Assert.Contains("Failed:     0", text, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Text)> RunTests(string variable, string value)
    {
        string assembly = typeof(InstructionSetTests).Assembly.Location;
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(assembly),
        };
        foreach (string argument in new[] { "test", assembly, "--filter", Goldens, "--nologo" })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment[variable] = value;
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";

        // The newer runtime's name of the same switch.
        if (variable == "DOTNET_EnableAVX512F")
        {
            start.Environment["DOTNET_EnableAVX512"] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start.");
        using var deadline = new CancellationTokenSource(Patience);
        var errors = process.StandardError.ReadToEndAsync(deadline.Token);
        string text = await process.StandardOutput.ReadToEndAsync(deadline.Token);
        await process.WaitForExitAsync(deadline.Token);
        return (process.ExitCode, text + await errors);
    }
}
