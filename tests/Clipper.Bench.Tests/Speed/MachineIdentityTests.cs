using Clipper.Bench.Speed;

namespace Clipper.Bench.Tests.Speed;

public sealed class MachineIdentityTests
{
    private const string Epyc =
        "cpu family\t: 26\nmodel\t\t: 2\nmodel name\t: AMD EPYC\nstepping\t: 1\nflags\t: fpu avx2\n";

    [Theory]
    [InlineData("26", "2", "AMD EPYC", 2, "amd-epyc-zen5-2-cores")]
    [InlineData("25", "17", "AMD EPYC 9654 96-Core Processor", 192, "amd-epyc-9654-zen4-192-cores")]
    [InlineData("25", "33", "AMD Ryzen 9 5950X 16-Core Processor", 32, "amd-ryzen-9-5950x-zen3-32-cores")]
    [InlineData("6", "106", "Intel(R) Xeon(R) Platinum 8375C CPU @ 2.90GHz", 8, "intel-xeon-platinum-8375c-8-cores")]
    [InlineData("", "", "", 4, "unknown-processor-4-cores")]
    public void Name_is_made_of_the_processor_and_the_cores(
        string family, string model, string name, int cores, string expected)
    {
        string cpuinfo = $"cpu family\t: {family}\nmodel\t\t: {model}\nmodel name\t: {name}\n";

        Assert.Equal(expected, MachineIdentity.Of(cpuinfo, "", cores).Name);
    }

    [Fact]
    public void Id_begins_with_the_name()
    {
        MachineIdentity machine = MachineIdentity.Of(Epyc, "0123", 2);

        Assert.Matches("^amd-epyc-zen5-2-cores-[0-9a-f]{8}$", machine.Id);
    }

    [Fact]
    public void Id_is_the_same_for_the_same_facts() =>
        Assert.Equal(MachineIdentity.Of(Epyc, "0123", 2), MachineIdentity.Of(Epyc, "0123\n", 2));

    [Fact]
    public void Id_differs_with_every_fact()
    {
        string[] ids =
        [
            MachineIdentity.Of(Epyc, "0123", 2).Id,
            MachineIdentity.Of(Epyc, "0124", 2).Id,
            MachineIdentity.Of(Epyc, "0123", 4).Id,
            MachineIdentity.Of(Epyc.Replace("avx2", "avx2 avx512f", StringComparison.Ordinal), "0123", 2).Id,
            MachineIdentity.Of(Epyc.Replace("stepping\t: 1", "stepping\t: 2", StringComparison.Ordinal), "0123", 2).Id,
        ];

        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void This_machine_is_the_same_twice() => Assert.Equal(MachineIdentity.Read(), MachineIdentity.Read());
}
