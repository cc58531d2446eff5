namespace Clipper.Bench.Configuration;

/// <summary>Which quirks of the reference an experiment follows: all in <c>mode: paper</c>, none in <c>mode:
/// corrected</c>, but for those that it sets singly. Immutable.</summary>
public sealed class ProtocolQuirks
{
    private readonly HashSet<Quirk> _followed;

    private ProtocolQuirks(HashSet<Quirk> followed) => _followed = followed;

    /// <summary>Those of a mode.</summary>
    public static ProtocolQuirks Of(ProtocolMode mode) =>
        new(mode == ProtocolMode.Paper ? [.. QuirkCatalog.All] : []);

    /// <summary>Whether the experiment does as the reference does.</summary>
    public bool Follows(Quirk quirk) => _followed.Contains(quirk);

    /// <summary>The value of its option.</summary>
    public string ValueOf(Quirk quirk) => Follows(quirk) ? quirk.Paper : quirk.Corrected;

    /// <summary>The same but for one quirk.</summary>
    public ProtocolQuirks With(Quirk quirk, bool follows)
    {
        HashSet<Quirk> followed = [.. _followed];
        if (follows)
        {
            followed.Add(quirk);
        }
        else
        {
            followed.Remove(quirk);
        }

        return new ProtocolQuirks(followed);
    }
}
