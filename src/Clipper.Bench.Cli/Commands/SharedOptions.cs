using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using System.Globalization;
using Clipper.Clip.Models.Registry;
using Clipper.Core.Errors;

namespace Clipper.Bench.Cli.Commands;

/// <summary>Options that several commands have, and the ways of making one.</summary>
internal static class SharedOptions
{
    /// <summary>The name of --quiet, which every command understands.</summary>
    public const string QuietName = "--quiet";

    /// <summary>--quiet.</summary>
    public static Option<bool> Quiet() => new(QuietName, "-q")
    {
        Description = "No progress and no notes on stderr; warnings and errors stay.",
        Recursive = true,
    };

    /// <summary>--json.</summary>
    public static Option<bool> Json() => Flag("--json", "Print JSON for a program to read.");

    /// <summary>A switch.</summary>
    public static Option<bool> Flag(string name, string description) => new(name) { Description = description };

    /// <summary>A text that must be given.</summary>
    public static Option<string> Required(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value, Required = true };

    /// <summary>A text that may be given; else null.</summary>
    public static Option<string?> Optional(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value };

    /// <summary>--out FILE, required.</summary>
    public static Option<string> OutFile(string what) => Required("--out", "FILE", what);

    /// <summary>--model.</summary>
    public static Option<string> Model()
    {
        Option<string> option = Required(
            "--model", "MODEL", "Registered name (models list), folder or weights file of a model, or random:<seed>.");
        option.CompletionSources.Add(_ => ModelRegistry.Default.ModelNames.Select(name => new CompletionItem(name)));
        return option;
    }

    /// <summary>An address on the network: http, https, or one of other schemes.</summary>
    public static Option<Uri?> Address(string name, string description, params string[] otherSchemes) => new(name)
    {
        Description = description,
        HelpName = "URL",
        CustomParser = result => AddressOf(result, name, [Uri.UriSchemeHttps, Uri.UriSchemeHttp, .. otherSchemes]),
    };

    /// <summary>--device.</summary>
    public static Option<string> Device()
    {
        Option<string> option = Text("--device", "NAME", "auto, cpu, cuda or cuda:<index>.", "auto");
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var name }] && !IsDevice(name))
            {
                result.AddError($"--device: '{name}' is not a device; auto, cpu, cuda or cuda:<index> is expected.");
            }
        });
        return option;
    }

    /// <summary>--set.</summary>
    public static Option<string[]> Set() =>
        new("--set") { Description = "Override a value of the file; can be repeated.", HelpName = "path=value" };

    /// <summary>A number in [0, most]; null where it is not given.</summary>
    public static Option<double?> Number(string name, string value, string description, double most) => new(name)
    {
        Description = description,
        HelpName = value,
        CustomParser = result => InRange(result, name, most),
    };

    /// <summary>--threads.</summary>
    public static Option<int> Threads() =>
        Integer("--threads", "Threads that decode and embed; 0 = all cores.", standard: 0, least: 0, most: 4096);

    /// <summary>A text with a default.</summary>
    public static Option<string> Text(string name, string value, string description, string standard) =>
        new(name) { Description = description, HelpName = value, DefaultValueFactory = _ => standard };

    /// <summary>A whole number in [least, most] with a default.</summary>
    public static Option<int> Integer(string name, string description, int standard, int least, int most) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => standard,
        CustomParser = result => WholeNumber(result, name, least, most),
    };

    /// <summary>A threshold in [0, 1]; null where it is not given.</summary>
    public static Option<double?> Threshold(string description) => Number("--threshold", "T", description, most: 1);

    /// <summary>One of the given words; null where it is not given and has no default.</summary>
    public static Option<string> OneOf(string name, string description, string[] words, string? standard = null)
    {
        var option = new Option<string>(name) { Description = description, HelpName = string.Join('|', words) };
        option.CompletionSources.Add(words);
        option.Validators.Add(result => RequireOneOf(result, name, words));
        if (standard is not null)
        {
            option.DefaultValueFactory = _ => standard;
        }

        return option;
    }

    /// <summary>Any of the given words, each with its option.</summary>
    public static Option<string[]> Several(string name, string description, string[] words)
    {
        var option = new Option<string[]>(name) { Description = description, HelpName = string.Join('|', words) };
        option.CompletionSources.Add(words);
        option.Validators.Add(result =>
        {
            foreach (Token token in result.Tokens.Where(token => !words.Contains(token.Value)))
            {
                AddUnknown(result, name, token.Value, words);
            }
        });
        return option;
    }

    /// <summary>Adds an error where the value is none of the given words.</summary>
    public static void RequireOneOf(SymbolResult result, string name, string[] words)
    {
        if (result.Tokens is [{ Value: var got }] && !words.Contains(got))
        {
            AddUnknown(result, name, got, words);
        }
    }

    private static void AddUnknown(SymbolResult result, string name, string got, string[] words)
    {
        string known = string.Join(", ", words);
        result.AddError($"{name}: '{got}' is not known; it is one of {known}.{Suggestion.Question(got, words)}");
    }

    private static bool IsDevice(string name)
    {
        const string indexed = "cuda:";
        return name is "auto" or "cpu" or "cuda"
            || (name.StartsWith(indexed, StringComparison.Ordinal) && int.TryParse(name.AsSpan(indexed.Length), out _));
    }

    private static Uri? AddressOf(ArgumentResult result, string name, string[] schemes)
    {
        string got = result.Tokens[0].Value;
        if (Uri.TryCreate(got, UriKind.Absolute, out Uri? address) && schemes.Contains(address.Scheme))
        {
            return address;
        }

        result.AddError($"{name}: '{got}' is not an address that begins with {string.Join(":// or ", schemes)}://.");
        return null;
    }

    private static int WholeNumber(ArgumentResult result, string name, int least, int most)
    {
        string got = result.Tokens[0].Value;
        bool isNumber = int.TryParse(got, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value);
        if (isNumber && value >= least && value <= most)
        {
            return value;
        }

        result.AddError($"{name}: '{got}' is not a whole number from {least} to {most}.");
        return least;
    }

    private static double? InRange(ArgumentResult result, string name, double most)
    {
        string got = result.Tokens[0].Value;
        if (double.TryParse(got, CultureInfo.InvariantCulture, out double value) && value >= 0 && value <= most)
        {
            return value;
        }

        result.AddError(FormattableString.Invariant($"{name}: '{got}' is not a number from 0 to {most}."));
        return null;
    }
}
