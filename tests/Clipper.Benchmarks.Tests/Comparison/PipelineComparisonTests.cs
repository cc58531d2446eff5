using Clipper.Benchmarks.Comparison;
using Clipper.Testing;

namespace Clipper.Benchmarks.Tests.Comparison;

public sealed class PipelineComparisonTests
{
    // Fewer pictures, with the two that the program asks for: the first and the last of all.
    private const string WriteTwice = """
        import builtins, sys
        sys.path.insert(0, sys.argv[1])
        import pipeline
        pipeline.range = lambda count: [*builtins.range(3), count - 1]
        pipeline.write(sys.argv[2])
        pipeline.write(sys.argv[2])
        """;

    [PythonFact("torch", "torchvision", "PIL", "numpy")]
    public void Pictures_are_made_where_there_are_some_already()
    {
        using var folder = new TemporaryFolder();
        string scripts = RepositoryRoot.Combine("src", "Clipper.Benchmarks", "rivals");

        (int exitCode, string output) =
            Tool.Run(RivalProcess.Python, folder.Path, "-B", "-c", WriteTwice, scripts, folder.Path);

        Assert.True(exitCode == 0, output);
        Assert.Equal(
            ["image00000.jpg", "image00001.jpg", "image00002.jpg", "image01999.jpg"],
            Directory.EnumerateFiles(folder.Path, "*.jpg").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.True(PipelineComparison.IsPrepared(folder.Path));
    }

    [Fact]
    public void Folder_of_an_older_version_is_prepared_again()
    {
        using var folder = new TemporaryFolder();

        File.WriteAllText(Path.Combine(folder.Path, "pixels.bin"), "");
        File.WriteAllText(Path.Combine(folder.Path, "model.json"), "");

        Assert.False(PipelineComparison.IsPrepared(folder.Path));
    }
}
