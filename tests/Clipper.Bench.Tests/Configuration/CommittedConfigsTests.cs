using Clipper.Bench.Configuration;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Configuration;

public sealed class CommittedConfigsTests
{
    public static TheoryData<string> Files =>
    [
        .. Directory.EnumerateFiles(RepositoryRoot.Combine("configs"), "*.yaml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_committed_experiment_is_valid_and_named_after_its_file(string file)
    {
        Experiment experiment = ExperimentFile.Load(RepositoryRoot.Combine(file), []);

        Assert.Equal(Path.GetFileNameWithoutExtension(file), experiment.Name);
    }
}
