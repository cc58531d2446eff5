namespace Clipper.Bench.Configuration;

/// <summary>Which of the two ways of PROTOCOL an experiment follows.</summary>
public enum ProtocolMode
{
    /// <summary>What a careful benchmark does; the default.</summary>
    Corrected,

    /// <summary>What the reference does, quirks and all.</summary>
    Paper,
}
