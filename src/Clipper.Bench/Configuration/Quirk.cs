namespace Clipper.Bench.Configuration;

/// <summary>Something that the reference does and a careful benchmark does otherwise (PROTOCOL section 12), as an
/// option of two values.</summary>
/// <param name="Number">Its number there, e.g. <c>Q1</c>, or the section that tells of it.</param>
/// <param name="Key">The option below <c>protocol.quirks</c>.</param>
/// <param name="Paper">The reference's value, and that of <c>mode: paper</c>.</param>
/// <param name="Corrected">The other value, and that of <c>mode: corrected</c>.</param>
public sealed record Quirk(string Number, string Key, string Paper, string Corrected);
