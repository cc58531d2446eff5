namespace Clipper.Bench.Cli.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void Version_goes_to_stdout()
    {
        Console console = Console.Run("--version");

        Assert.Equal(0, console.ExitCode);
        Assert.StartsWith($"clipper {BuildVersion.Number}", console.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("imprimt", "Did you mean 'imprint'?")]
    [InlineData("datasets lst", "Did you mean 'list'?")]
    [InlineData("datasets lst --help", "Did you mean 'list'?")]
    [InlineData("metrics --treshold 0.5", "Did you mean '--threshold'?")]
    [InlineData("preprocess a.png --siez 3 --out x", "Did you mean '--size'?")]
    [InlineData("datasets list --quite", "Did you mean '--quiet'?")]
    [InlineData("imprint --embeddings a --labels b --out c --head mwii", "Did you mean 'mwi'?")]
    public void Mistyped_word_suggests_the_nearest_and_leaves_with_1(string line, string suggestion)
    {
        Console console = Console.Run(line.Split(' '));

        Assert.Equal(1, console.ExitCode);
        Assert.Empty(console.Output);
        Assert.Contains(suggestion, console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "needs a command: ")]
    [InlineData("datasets", "needs a command: list")]
    [InlineData("metrics --truth a", "Option '--scores' is required.")]
    [InlineData("preprocess a --out b --size x", "--size: 'x' is not a whole number from 1 to 4096.")]
    [InlineData("preprocess a --out b --size 0", "--size: '0' is not a whole number from 1 to 4096.")]
    [InlineData("metrics --truth a --scores b --threshold 1,5", "--threshold: '1,5' is not a number from 0 to 1.")]
    [InlineData("metrics --truth a --scores b --threshold nan", "--threshold: 'nan' is not a number from 0 to 1.")]
    [InlineData("metrics -head", "'-head' is not an option of 'clipper metrics'.")]
    public void Wrong_line_says_what_is_wrong_and_how_to_see_the_usage(string line, string message)
    {
        Console console = Console.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(1, console.ExitCode);
        Assert.Empty(console.Output);
        Assert.Contains(message, console.Error, StringComparison.Ordinal);
        Assert.Contains("--help' shows how it is used.", console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_error_leaves_with_2_without_a_stack()
    {
        Console console = Console.Run("metrics", "--truth", "none.csv", "--scores", "none.csv");

        Assert.Equal(2, console.ExitCode);
        Assert.Equal("clipper: none.csv: the file does not exist.\n", console.Error);
    }

    [Fact]
    public void Root_help_matches_its_snapshot() => Snapshot.Matches("help", Console.Run("--help").Output);

    [Fact]
    public void Command_help_matches_its_snapshot() =>
        Snapshot.Matches("help-imprint", Console.Run("imprint", "--help").Output);
}
