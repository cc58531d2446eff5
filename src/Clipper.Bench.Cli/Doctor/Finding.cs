namespace Clipper.Bench.Cli.Doctor;

/// <summary>Something that doctor does not like.</summary>
/// <param name="IsProblem">Whether a part of Clipper.Bench does not work because of it; else it is a remark.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Fix">How to mend it.</param>
internal sealed record Finding(bool IsProblem, string What, string Fix);
