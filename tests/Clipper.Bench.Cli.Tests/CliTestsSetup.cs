using System.Runtime.CompilerServices;

namespace Clipper.Bench.Cli.Tests;

/// <summary>Gives the tests an embedding cache of their own.</summary>
internal static class CliTestsSetup
{
    [ModuleInitializer]
    internal static void UseOwnCache() => Environment.SetEnvironmentVariable(
        "CLIPPER_CACHE", Path.Combine(AppContext.BaseDirectory, "cache"));
}
