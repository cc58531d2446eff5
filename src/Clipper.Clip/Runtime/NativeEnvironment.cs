using System.Runtime.InteropServices;

namespace Clipper.Clip.Runtime;

/// <summary>Environment variables as native libraries see them:
/// <see cref="Environment.SetEnvironmentVariable(string, string?)"/> changes only .NET's own copy on
/// Unix.</summary>
internal static partial class NativeEnvironment
{
    /// <summary>Sets a variable for native code unless the user has set it.</summary>
    public static void SetDefault(string name, string value)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)))
        {
            _ = SetEnv(name, value, 1);
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetEnv(string name, string value, int overwrite);
}
