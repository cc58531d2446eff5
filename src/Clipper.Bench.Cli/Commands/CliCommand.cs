using System.CommandLine;

namespace Clipper.Bench.Cli.Commands;

/// <summary>A command of <c>clipper</c>. It inherits because System.CommandLine's tree holds commands, and adds what
/// that one lacks: examples for the help page, and a body that gets its surroundings passed in.</summary>
internal sealed class CliCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Command lines for the help page, each a complete one that parses.</summary>
    public IReadOnlyList<string> Examples => examples;

    /// <summary>Whether an interrupted call keeps what was finished, so that the same call goes on from
    /// there.</summary>
    public bool IsResumable { get; init; }

    /// <summary>What it does; null for a command that only holds others.</summary>
    public Func<ParseResult, Session, int>? Execute { get; init; }
}
