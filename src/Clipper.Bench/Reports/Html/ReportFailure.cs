namespace Clipper.Bench.Reports.Html;

/// <summary>A cell without a result.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Type">Type of the exception; empty where the message was written for the user.</param>
/// <param name="Message">What it says.</param>
/// <param name="Command">A command that computes this cell alone.</param>
public sealed record ReportFailure(string Cell, string Type, string Message, string Command);
