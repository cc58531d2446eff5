namespace Clipper.Clip.Text.Cleaning;

/// <summary>Curly quotation marks to straight ones.</summary>
internal static class Quotes
{
    /// <summary>The text with straight quotation marks.</summary>
    public static string Straighten(string text) => string.Create(text.Length, text, static (straight, curly) =>
    {
        for (int i = 0; i < curly.Length; i++)
        {
            straight[i] = curly[i] switch
            {
                '\u02bc' or (>= '\u2018' and <= '\u201b') => '\'',
                >= '\u201c' and <= '\u201f' => '"',
                var other => other,
            };
        }
    });
}
