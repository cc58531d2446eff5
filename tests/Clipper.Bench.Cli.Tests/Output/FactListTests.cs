using Clipper.Bench.Cli.Output;

namespace Clipper.Bench.Cli.Tests.Output;

public sealed class FactListTests
{
    private static readonly FactList Facts = new FactList()
        .Add("weights_sha256", null as string)
        .Add("pre_norm", true)
        .Add("mean", [0.48145467f, 0.5f, 1e-3f])
        .Add("classes", ["Ångström", "b"]);

    [Fact]
    public void List_has_a_line_a_fact() => Assert.Equal(
        """
        weights sha256: unknown
        pre norm:       yes
        mean:           0.48145467, 0.5, 0.001
        classes:        Ångström, b

        """,
        Printed(asJson: false));

    [Fact]
    public void Json_has_numbers_and_texts_of_a_list_as_arrays()
    {
        using var json = System.Text.Json.JsonDocument.Parse(Printed(asJson: true));

        Assert.Equal(
            [0.48145467f, 0.5f, 1e-3f],
            json.RootElement.GetProperty("mean").EnumerateArray().Select(number => number.GetSingle()));
        Assert.Equal(
            ["Ångström", "b"],
            json.RootElement.GetProperty("classes").EnumerateArray().Select(text => text.GetString()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, json.RootElement.GetProperty("weights_sha256").ValueKind);
    }

    private static string Printed(bool asJson)
    {
        using var output = new StringWriter { NewLine = "\n" };
        Facts.Print(new Terminal { Output = output, Error = TextWriter.Null }, asJson);
        return output.ToString();
    }
}
