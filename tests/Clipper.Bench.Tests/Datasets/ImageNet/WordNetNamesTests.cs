using Clipper.Bench.Datasets.ImageNet;
using Clipper.Core.Errors;

namespace Clipper.Bench.Tests.Datasets.ImageNet;

public sealed class WordNetNamesTests
{
    [Theory]
    [InlineData("LOC_synset_mapping.txt", "n01440764 tench, Tinca tinca\nn01443537 goldfish, C. auratus\n", "tench")]
    [InlineData("map_clsloc.txt", "n02119789 1 kit_fox\r\nn01440764 2 tench_fish\r\n", "tench fish")]
    [InlineData("words.txt", "n01440764\ttench, Tinca tinca", "tench")]
    [InlineData("README.txt", "ImageNet-A\n\nn01440764 tench\nnothing else\n", "tench")]
    [InlineData("a.json", """{"0": ["n01440764", "great_white"]}""", "great white")]
    public void Parse_takes_the_first_name_in_words(string file, string text, string expected) =>
        Assert.Equal(expected, WordNetNames.Parse(file, text)["n01440764"]);

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"0\": \"tench\"}")]
    [InlineData("{\"0\": [\"n01440764\"]}")]
    [InlineData("{\"0\": [1, 2]}")]
    [InlineData("{")]
    public void Parse_other_json_is_an_error(string text) =>
        Assert.Throws<DataFileException>(() => WordNetNames.Parse("a.json", text));
}
