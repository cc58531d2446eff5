using System.Text.Json;
using Clipper.Bench.Files;

namespace Clipper.Bench.Tests.Files;

public sealed class JsonStringsTests
{
    public static TheoryData<string[]> Lists =>
    [
        [], [""], ["one"], ["a", "b"], ["val2017/000000000139.jpg", "字 \"x\" \\ <é> 😀\n", "0"],
    ];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Written_list_is_json_without_spaces_and_reads_back(string[] names)
    {
        string json = JsonStrings.Write(names);

        Assert.Equal(names, JsonSerializer.Deserialize<string[]>(json));
        Assert.Equal(names, JsonStrings.Read(json));
        Assert.DoesNotContain(", \"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Pieces_are_made_as_they_are_asked_for()
    {
        int made = 0;

        string start = string.Concat(JsonStrings.Pieces(Names()).Take(2));

        Assert.Equal("[\"1\",\"2\"", start);
        Assert.Equal(2, made);

        IEnumerable<string> Names()
        {
            while (true)
            {
                yield return $"{++made}";
            }
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("[null]")]
    [InlineData("[\"a\"")]
    public void Text_that_is_no_array_of_strings_reads_as_null(string json)
    {
        Assert.Null(JsonStrings.Read(json));
    }
}
