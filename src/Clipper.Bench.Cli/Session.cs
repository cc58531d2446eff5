using Clipper.Bench.Cli.Output;

namespace Clipper.Bench.Cli;

/// <summary>What a command works with beside its arguments.</summary>
/// <param name="Terminal">Where it prints.</param>
/// <param name="Cancellation">Set by SIGINT or SIGTERM.</param>
internal sealed record Session(Terminal Terminal, CancellationToken Cancellation);
