using System.Runtime.CompilerServices;

namespace Clipper.Bench.Cli.Tests;

/// <summary>Gives the tests an embedding cache and a models folder of their own.</summary>
internal static class CliTestsSetup
{
    [ModuleInitializer]
    internal static void UseOwnFolders()
    {
        Environment.SetEnvironmentVariable("CLIPPER_CACHE", Path.Combine(AppContext.BaseDirectory, "cache"));
        Environment.SetEnvironmentVariable("CLIPPER_MODELS", Path.Combine(AppContext.BaseDirectory, "models-folder"));
    }
}
