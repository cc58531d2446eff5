namespace Clipper.Bench.Cli.Commands;

/// <summary>What <c>clipper bench</c> is asked.</summary>
/// <param name="Path">The file with the stored figures.</param>
/// <param name="Band">How much slower is a failure.</param>
/// <param name="IsSaved">Whether the new figures take the place of the stored ones.</param>
/// <param name="IsNamed">Whether the user named the file: unless it is to be written, it must be there.</param>
internal sealed record SpeedQuestion(string Path, double Band, bool IsSaved, bool IsNamed = false);
