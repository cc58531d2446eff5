using Clipper.Bench.Cli.Output;

namespace Clipper.Bench.Cli.Doctor;

/// <summary>What doctor found: facts by topic, and findings.</summary>
internal sealed class Examination
{
    private readonly List<(string Name, FactList Facts)> _topics = [];
    private readonly List<Finding> _findings = [];

    /// <summary>Findings in the order in which they were made.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Whether a part of Clipper.Bench does not work.</summary>
    public bool HasProblems => _findings.Any(finding => finding.IsProblem);

    /// <summary>Begins a topic.</summary>
    public FactList Topic(string name)
    {
        var facts = new FactList();
        _topics.Add((name, facts));
        return facts;
    }

    /// <summary>Something does not work.</summary>
    public void Problem(string what, string fix) => _findings.Add(new Finding(IsProblem: true, what, fix));

    /// <summary>Something works, but not as well as it could.</summary>
    public void Remark(string what, string fix) => _findings.Add(new Finding(IsProblem: false, what, fix));

    /// <summary>Prints a page, or one JSON object.</summary>
    public void Print(Terminal terminal, bool asJson)
    {
        if (asJson)
        {
            PrintJson(terminal);
            return;
        }

        foreach ((string name, FactList facts) in _topics)
        {
            terminal.Output.WriteLine($"[{name}]");
            facts.Print(terminal, asJson: false);
            terminal.Output.WriteLine();
        }

        terminal.Output.WriteLine(_findings.Count == 0 ? "[no problems]" : "[findings]");
        foreach (Finding finding in _findings)
        {
            terminal.Output.WriteLine($"{(finding.IsProblem ? "problem" : "remark")}: {finding.What}");
            terminal.Output.WriteLine($"  fix: {finding.Fix}");
        }
    }

    private void PrintJson(Terminal terminal) => JsonOutput.Print(terminal, json =>
    {
        json.WriteStartObject();
        foreach ((string name, FactList facts) in _topics)
        {
            json.WritePropertyName(name);
            facts.WriteTo(json);
        }

        json.WriteStartArray("findings");
        foreach (Finding finding in _findings)
        {
            json.WriteStartObject();
            json.WriteBoolean("problem", finding.IsProblem);
            json.WriteString("what", finding.What);
            json.WriteString("fix", finding.Fix);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
