using Clipper.Testing;

namespace Clipper.Bench.Tests.Files;

/// <summary>C4: nothing in the sources reads a format that can run code or choose types.</summary>
public sealed class SafeReadersTests
{
    private static readonly string[] _forbidden =
    [
        "BinaryFormatter", "NetDataContractSerializer", "LosFormatter", "SoapFormatter", "ObjectStateFormatter",
        "TypeNameHandling", "WithTagMapping", "JsonDerivedType", "Activator.CreateInstance", "Type.GetType(",
        "Assembly.Load",
    ];

    [Fact]
    public void Sources_name_no_reader_that_can_run_code()
    {
        string[] files =
        [
            .. Directory.EnumerateFiles(RepositoryRoot.Combine("src"), "*.cs", SearchOption.AllDirectories)
                .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(p => p is "obj" or "bin")),
        ];

        Assert.True(files.Length > 100);
        Assert.Empty(from file in files
                     let text = File.ReadAllText(file)
                     from name in _forbidden
                     where text.Contains(name, StringComparison.Ordinal)
                     select $"{Path.GetRelativePath(RepositoryRoot.Path, file)}: {name}");
    }
}
