namespace TorchSharp.Tests.Surface;

public sealed class SurfaceTests
{
    [Fact]
    public void Every_member_of_the_stand_in_is_one_of_TorchSharp()
    {
        var added = StandInSurface.Members.Except(SurfaceFile.Listed).Except(SurfaceFile.LookedUp);

        Assert.Empty(added.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_listed_member_is_provided_or_named_as_left_out()
    {
        var missing = SurfaceFile.Listed.Except(StandInSurface.AllMembers).Except(SurfaceFile.NotProvided);

        Assert.Empty(missing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_is_named_as_left_out_that_is_provided_or_not_listed()
    {
        var provided = StandInSurface.Members.ToHashSet(StringComparer.Ordinal);

        Assert.Empty(SurfaceFile.NotProvided.Intersect(provided));
        Assert.Empty(SurfaceFile.NotProvided.Except(SurfaceFile.Listed));
    }

    [Fact]
    public void Nothing_is_looked_up_that_is_listed_or_gone()
    {
        Assert.Empty(SurfaceFile.LookedUp.Intersect(SurfaceFile.Listed));
        Assert.Empty(SurfaceFile.LookedUp.Except(StandInSurface.Members));
    }

    [Theory]
    [InlineData(typeof(torch.ScalarType))]
    [InlineData(typeof(DeviceType))]
    public void Enum_has_the_listed_names(Type type)
    {
        var line = File.ReadLines(
            Clipper.Testing.RepositoryRoot.Combine("tests", "TorchSharp.Tests", "Surface", "torchsharp-api.txt"))
            .Single(line => line.StartsWith($"sealed enum {type.Name} ", StringComparison.Ordinal));

        Assert.Equal(line.Split(' ')[^1].Split(','), Enum.GetNames(type));
    }
}
