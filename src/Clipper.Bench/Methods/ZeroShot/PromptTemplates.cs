using Clipper.Bench.Configuration;

namespace Clipper.Bench.Methods.ZeroShot;

/// <summary>What class names are put into before they are embedded; several templates are an ensemble.</summary>
/// <param name="Name">Name of a built-in set; empty for templates of the user's own.</param>
/// <param name="Texts">The templates, each with <c>{}</c> in the place of the class name; none for
/// <see cref="ByMode"/>, whose templates depend on the mode.</param>
public sealed record PromptTemplates(string Name, IReadOnlyList<string> Texts)
{
    /// <summary>The place of the class name.</summary>
    public const string Place = "{}";

    private static readonly PromptTemplates _bare = new("bare", [Place]);
    private static readonly PromptTemplates _photo = new("photo", ["a photo of a {}."]);

    private static readonly PromptTemplates _varied = new(
        "varied",
        [
            "a photo of a {}.",
            "a picture showing a {}.",
            "an image of one {}.",
            "a {}, seen from near.",
            "a {}, seen from afar.",
            "a drawing of a {}.",
            "a bright photo of the {}.",
            "a dark photo of the {}.",
        ]);

    /// <summary>With the reference's prompts (Q16) <c>bare</c>, else <c>photo</c>.</summary>
    public static PromptTemplates ByMode { get; } = new("by-mode", []);

    /// <summary>The built-in sets.</summary>
    public static IReadOnlyList<PromptTemplates> Sets { get; } = [ByMode, _bare, _photo, _varied];

    /// <summary>Whether a text can be a template: one line that has the place once.</summary>
    public static bool IsTemplate(string text) => text.Length <= 512 && !text.Any(char.IsControl)
        && text.Split(Place).Length == 2;

    /// <summary>The templates of an experiment that follows these quirks (Q16).</summary>
    public IReadOnlyList<string> For(ProtocolQuirks quirks) =>
        Texts.Count > 0 ? Texts : (quirks.Follows(QuirkCatalog.Prompts) ? _bare : _photo).Texts;

    /// <summary>The prompts of a class, one a template.</summary>
    public static IEnumerable<string> Prompts(IReadOnlyList<string> templates, string className) =>
        templates.Select(template => template.Replace(Place, className, StringComparison.Ordinal));

    /// <inheritdoc />
    public bool Equals(PromptTemplates? other) =>
        other is not null && Name == other.Name && Texts.SequenceEqual(other.Texts);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Name, Texts.Count);
}
