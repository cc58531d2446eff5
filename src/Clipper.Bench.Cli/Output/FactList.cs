using System.Globalization;

namespace Clipper.Bench.Cli.Output;

/// <summary>Names and values, printed as a list or as a JSON object.</summary>
internal sealed class FactList
{
    private readonly List<(string Name, object? Value)> _facts = [];

    /// <summary>Adds a text; null is unknown.</summary>
    public FactList Add(string name, string? value) => With(name, value);

    /// <summary>Adds a number; null is unknown.</summary>
    public FactList Add(string name, double? value) => With(name, value);

    /// <summary>Adds a claim.</summary>
    public FactList Add(string name, bool value) => With(name, value);

    /// <summary>Adds numbers, an array in JSON.</summary>
    public FactList Add(string name, IReadOnlyList<float> values) => With(name, values);

    /// <summary>Adds texts, an array in JSON.</summary>
    public FactList Add(string name, IReadOnlyList<string> values) => With(name, values);

    /// <summary>Prints all facts in their order; the list says <c>name: value</c>, with spaces for
    /// underscores.</summary>
    public void Print(Terminal terminal, bool asJson)
    {
        if (asJson)
        {
            JsonOutput.Print(terminal, WriteTo);
            return;
        }

        int width = _facts.Max(fact => fact.Name.Length) + 1;
        foreach ((string name, object? value) in _facts)
        {
            terminal.Output.WriteLine($"{(name.Replace('_', ' ') + ":").PadRight(width)} {TextOf(value)}");
        }
    }

    /// <summary>Writes the facts as an object.</summary>
    public void WriteTo(System.Text.Json.Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach ((string name, object? value) in _facts)
        {
            switch (value)
            {
                case bool claim:
                    json.WriteBoolean(name, claim);
                    break;
                case double number:
                    json.WriteFinite(name, number);
                    break;
                case IReadOnlyList<float> numbers:
                    json.WriteStartArray(name);
                    foreach (float number in numbers)
                    {
                        json.WriteNumberValue(number);
                    }

                    json.WriteEndArray();
                    break;
                case IReadOnlyList<string> texts:
                    json.WriteStartArray(name);
                    foreach (string text in texts)
                    {
                        json.WriteStringValue(text);
                    }

                    json.WriteEndArray();
                    break;
                default:
                    json.WriteString(name, value as string);
                    break;
            }
        }

        json.WriteEndObject();
    }

    private static string TextOf(object? value) => value switch
    {
        null => "unknown",
        bool claim => claim ? "yes" : "no",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IReadOnlyList<float> numbers => string.Join(
            ", ", numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture))),
        IReadOnlyList<string> texts => string.Join(", ", texts),
        _ => (string)value,
    };

    // A fact that is known better now takes the place of the one before.
    private FactList With(string name, object? value)
    {
        int known = _facts.FindIndex(fact => fact.Name == name);
        if (known < 0)
        {
            _facts.Add((name, value));
        }
        else
        {
            _facts[known] = (name, value);
        }

        return this;
    }
}
