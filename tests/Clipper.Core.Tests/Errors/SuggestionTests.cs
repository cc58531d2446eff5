using Clipper.Core.Errors;

namespace Clipper.Core.Tests.Errors;

public sealed class SuggestionTests
{
    private static readonly string[] Known = ["run", "embed", "metrics", "models", "o_f1"];

    [Theory]
    [InlineData("rnu", "run")]
    [InlineData("embedd", "embed")]
    [InlineData("Metric", "metrics")]
    [InlineData("model", "models")]
    [InlineData("of1", "o_f1")]
    public void Nearest_of_a_typo_is_the_name_meant(string got, string meant) =>
        Assert.Equal(meant, Suggestion.Nearest(got, Known));

    [Theory]
    [InlineData("")]
    [InlineData("predict")]
    [InlineData("xyz")]
    public void Nearest_of_something_else_is_null(string got) => Assert.Null(Suggestion.Nearest(got, Known));

    [Fact]
    public void Question_without_a_near_name_is_empty() => Assert.Equal("", Suggestion.Question("predict", Known));

    [Fact]
    public void Question_names_the_nearest() => Assert.Equal(" Did you mean 'run'?", Suggestion.Question("rum", Known));
}
